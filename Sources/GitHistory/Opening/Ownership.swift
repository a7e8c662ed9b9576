#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// git's protection against repositories of other people (`safe.directory`), decided here since
/// libgit2 1.5 knows no `*`.
/// Source: git-config(1), `safe.directory`; git's setup.c `ensure_valid_ownership`.
struct Ownership {
  var environment: @Sendable (String) -> String?

  /// Throws unless the user owns all `paths`, or `safe.directory` lists `subject`.
  func check(paths: [String], subject: String) throws(GitError) {
    guard let (path, owner) = foreign(paths) else { return }
    let resolved = FileStatus.resolved(subject)
    if allows(resolved) || allows(subject) { return }
    throw GitError(
      .foreignOwner,
      "\(path) belongs to \(FileStatus.name(of: owner)), you are "
        + "\(FileStatus.name(of: geteuid())); if you trust it, run "
        + "`git config --global --add safe.directory \(resolved)` or pass --trust-owner")
  }

  private func foreign(_ paths: [String]) -> (String, UInt32)? {
    var mine: Set<UInt32> = [geteuid()]
    // As git: root by way of sudo may also read what the calling user owns.
    if geteuid() == 0, let caller = environment("SUDO_UID").flatMap({ UInt32($0) }) {
      mine.insert(caller)
    }
    for path in paths {
      guard let owner = FileStatus.owner(path), !mine.contains(owner) else { continue }
      return (path, owner)
    }
    return nil
  }

  /// Whether the settings, read in git's order with an empty value as a new start, list `path`.
  func allows(_ path: String) -> Bool {
    var allowed = false
    for value in settings() {
      if value.isEmpty {
        allowed = false
      } else if value == "*" {
        allowed = true
      } else if value.hasSuffix("/*") {
        allowed = allowed || path.hasPrefix(expanded(String(value.dropLast())))
      } else {
        let wanted = expanded(value)
        allowed = allowed || wanted == path || FileStatus.resolved(wanted) == path
      }
    }
    return allowed
  }

  private func expanded(_ value: String) -> String {
    guard value.hasPrefix("~/"), let home = environment("HOME") else { return value }
    return home + value.dropFirst()
  }

  /// The values of `safe.directory` in protected configuration: system, global, command.
  private func settings() -> [String] {
    let fromFiles = files().flatMap { (try? ConfigurationEntry.entries(of: $0)) ?? [] }
      .filter { $0.key == "safe.directory" }.map(\.value)
    return fromFiles + fromVariables() + fromParameters()
  }

  private func files() -> [String] {
    var files: [String] = []
    let noSystem = environment("GIT_CONFIG_NOSYSTEM").map { !["", "0", "false"].contains($0) }
    if noSystem != true { files.append(environment("GIT_CONFIG_SYSTEM") ?? "/etc/gitconfig") }
    if let global = environment("GIT_CONFIG_GLOBAL") { return files + [global] }
    let home = environment("HOME")
    if let base = environment("XDG_CONFIG_HOME") ?? home.map({ $0 + "/.config" }) {
      files.append(base + "/git/config")
    }
    return files + (home.map { [$0 + "/.gitconfig"] } ?? [])
  }

  /// `git -c` hands its settings on, each quoted for the shell: `'key'='value'`, or `'key=value'`
  /// by older versions.
  private func fromParameters() -> [String] {
    guard let text = environment("GIT_CONFIG_PARAMETERS") else { return [] }
    return text.replacing("'='", with: "=").split(separator: "'").compactMap { setting in
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].lowercased() == "safe.directory" else { return nil }
      return String(parts[1])
    }
  }

  private func fromVariables() -> [String] {
    let count = environment("GIT_CONFIG_COUNT").flatMap { Int($0) } ?? 0
    guard count > 0 else { return [] }
    return (0..<min(count, 10_000)).compactMap { index in
      guard environment("GIT_CONFIG_KEY_\(index)")?.lowercased() == "safe.directory" else {
        return nil
      }
      return environment("GIT_CONFIG_VALUE_\(index)")
    }
  }
}
