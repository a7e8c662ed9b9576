import Foundation

/// Puts the pre-push hook where git will run it, beside whatever is there already.
struct HookInstaller {
  /// The folder git runs hooks from: `core.hooksPath`, or `hooks` of the common directory.
  var hooks: URL
  /// The root of the work tree; nil in a bare repository.
  var root: URL?
  /// Absolute path of the running binary.
  var program: String

  enum Manager: String { case husky, lefthook, plain }

  /// Who manages hooks here.
  var manager: Manager {
    guard let root else { return .plain }
    let path = hooks.standardizedFileURL.path(percentEncoded: false)
    if path.contains("/.husky") { return .husky }
    let names = ["lefthook.yml", ".lefthook.yml", "lefthook.yaml", ".lefthook.yaml"]
    let found = names.contains {
      FileManager.default.fileExists(atPath: root.appending(path: $0).path(percentEncoded: false))
    }
    return found ? .lefthook : .plain
  }

  /// Installs and says what was done.
  func install() throws -> String {
    switch manager {
    case .plain: try installPlain()
    case .husky: try installHusky()
    case .lefthook:
      """
      lefthook manages the hooks here and rewrites them. Add this to lefthook.yml, then run \
      lefthook install:

      pre-push:
        commands:
          secgate:
            run: secgate hook pre-push {0}
            use_stdin: true
      """
    }
  }

  private var hook: URL { hooks.appending(path: "pre-push") }
  private var chained: URL { hooks.appending(path: HookScript.chainedName) }

  private func installPlain() throws -> String {
    try FileManager.default.createDirectory(at: hooks, withIntermediateDirectories: true)
    var kept = ""
    if let existing = try? String(contentsOf: hook, encoding: .utf8), !isOurs(existing) {
      guard !FileManager.default.fileExists(atPath: chained.path(percentEncoded: false)) else {
        throw CommandFailure.usage(
          "\(chained.path(percentEncoded: false)) exists already and is not overwritten; "
            + "move it away and run secgate hook install again")
      }
      try FileManager.default.moveItem(at: hook, to: chained)
      kept = "; the hook that was there runs after it (\(HookScript.chainedName))"
    }
    try writeExecutable(HookScript.text(program: program), to: hook)
    return "installed \(hook.path(percentEncoded: false))\(kept)"
  }

  /// husky's files are committed: they name secgate by PATH.
  private func installHusky() throws -> String {
    let folder = hooks.lastPathComponent == "_" ? hooks.deletingLastPathComponent() : hooks
    let file = folder.appending(path: "pre-push")
    let line = "secgate hook pre-push \"$@\" " + HookScript.mark
    let before = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    if before.contains(HookScript.mark) { return "already in \(file.path(percentEncoded: false))" }
    // First, since it reads the standard input that git gives.
    try writeExecutable(line + "\n" + before, to: file)
    return
      "added secgate to \(file.path(percentEncoded: false)); commit it, and have secgate on PATH"
  }

  /// Removes what ``install()`` wrote and restores what was there.
  func uninstall() throws -> String {
    if manager == .husky {
      let folder = hooks.lastPathComponent == "_" ? hooks.deletingLastPathComponent() : hooks
      let file = folder.appending(path: "pre-push")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      guard text.contains(HookScript.mark) else { return "no hook of secgate's is installed" }
      let rest = text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.contains(HookScript.mark) }.joined(separator: "\n")
      try writeExecutable(rest, to: file)
      return "removed secgate from \(file.path(percentEncoded: false))"
    }
    guard let existing = try? String(contentsOf: hook, encoding: .utf8), isOurs(existing) else {
      return "no hook of secgate's is installed"
    }
    try FileManager.default.removeItem(at: hook)
    if FileManager.default.fileExists(atPath: chained.path(percentEncoded: false)) {
      try FileManager.default.moveItem(at: chained, to: hook)
      return "removed; the hook that was there before is back"
    }
    return "removed \(hook.path(percentEncoded: false))"
  }

  private func isOurs(_ text: String) -> Bool { text.contains(HookScript.mark) }

  private func writeExecutable(_ text: String, to file: URL) throws {
    try Data(text.utf8).write(to: file, options: .atomic)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: file.path(percentEncoded: false))
  }
}
