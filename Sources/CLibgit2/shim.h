#pragma once
#include <git2.h>
#include <git2/odb_backend.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

/// Options go through a variadic function, which Swift cannot call.
static inline int secgate_git_declare_extensions(void) {
  static const char *names[] = {"worktreeconfig", "partialclone", "preciousobjects",
                                "relativeworktrees"};
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, sizeof names / sizeof *names);
}

/// The library's own check knows no `safe.directory = *`; ours takes its place.
static inline int secgate_git_leave_ownership_to_us(void) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
}

/// As git does for packed objects: SHA-1 over everything that is read costs more than the search.
static inline int secgate_git_skip_hash_verification(void) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
}

/// For what something else has found damaged: that it can be inflated says little.
static inline int secgate_git_verify_hashes(void) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
}

/// The struct initialisers are macros.
static inline int secgate_git_status_options(git_status_options *options) {
  return git_status_options_init(options, GIT_STATUS_OPTIONS_VERSION);
}
static inline int secgate_git_diff_options(git_diff_options *options) {
  return git_diff_options_init(options, GIT_DIFF_OPTIONS_VERSION);
}
static inline int secgate_git_find_options(git_diff_find_options *options) {
  return git_diff_find_options_init(options, GIT_DIFF_FIND_OPTIONS_VERSION);
}
