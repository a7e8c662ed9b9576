import CLibgit2

/// The library, started once for the process; and what it says when something fails.
enum LibGit2 {
  static let start: Void = {
    git_libgit2_init()
    _ = secgate_git_declare_extensions()
    _ = secgate_git_leave_ownership_to_us()
    _ = secgate_git_skip_hash_verification()
  }()

  /// From the first use on, an object whose content is not that of its name is an error.
  static let verifyingNames: Void = {
    start
    _ = secgate_git_verify_hashes()
  }()

  /// The last error of this thread; read it at once.
  static var lastMessage: String {
    guard let error = unsafe git_error_last(), let text = unsafe error.pointee.message else {
      return "no reason given"
    }
    return VisibleText.of(unsafe CString.bytes(text))
  }

  /// Throws for a negative result, with the library's own words beside ours.
  static func check(
    _ result: Int32, _ code: GitError.Code = .library, _ message: @autoclosure () -> String
  ) throws(GitError) {
    guard result < 0 else { return }
    let said = lastMessage
    throw GitError(code, message(), underlying: said)
  }
}
