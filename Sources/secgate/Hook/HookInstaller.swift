import Foundation

/// Puts the pre-push hook where git will run it, beside whatever is there already.
struct HookInstaller {
  /// The folder git runs hooks from: `core.hooksPath`, or `hooks` of the common directory.
  var hooks: URL
  /// The root of the work tree; nil in a bare repository.
  var root: URL?
  /// The git folder that all work trees share.
  var common: URL
  /// Absolute path of the running binary.
  var program: String

  enum Manager: String { case husky, lefthook, plain }

  /// Who manages hooks here.
  var manager: Manager {
    guard let root else { return .plain }
    if hooks.standardizedFileURL.path(percentEncoded: false).contains("/.husky") { return .husky }
    return LefthookFile.find(in: root) == nil ? .plain : .lefthook
  }

  /// Installs and says what was done.
  func install() throws -> String {
    switch manager {
    case .plain: try installPlain()
    case .husky: try HuskyFile(hooks: hooks).install()
    case .lefthook: try LefthookFile.find(in: root ?? hooks)?.install() ?? installPlain()
    }
  }

  /// Removes what ``install()`` wrote and restores what was there.
  func uninstall() throws -> String {
    switch manager {
    case .plain: try uninstallPlain()
    case .husky: try HuskyFile(hooks: hooks).uninstall()
    case .lefthook: try LefthookFile.find(in: root ?? hooks)?.uninstall() ?? uninstallPlain()
    }
  }

  private var hook: HookFile { HookFile(hooks.appending(path: "pre-push")) }
  private var chained: HookFile { HookFile(hooks.appending(path: HookScript.chainedName)) }

  private func installPlain() throws -> String {
    try FileManager.default.createDirectory(at: hooks, withIntermediateDirectories: true)
    var notes: [String] = []
    if hook.exists, !hook.text.contains(HookScript.mark) {
      guard !chained.exists else {
        throw CommandFailure.usage(
          "\(chained.path) exists already and is not overwritten; move it away and run "
            + "secgate hook install again")
      }
      try FileManager.default.moveItem(at: hook.url, to: chained.url)
      notes.append("the hook that was there runs after it (\(HookScript.chainedName))")
    }
    try hook.write(HookScript.text(program: program))
    if isOutside {
      notes.append("core.hooksPath names this folder, so it runs for every repository that uses it")
    }
    return (["installed \(hook.path)"] + notes).joined(separator: "; ")
  }

  private func uninstallPlain() throws -> String {
    guard hook.text.contains(HookScript.mark) else { return HookScript.nothingInstalled }
    try FileManager.default.removeItem(at: hook.url)
    guard chained.exists else { return "removed \(hook.path)" }
    try FileManager.default.moveItem(at: chained.url, to: hook.url)
    return "removed; the hook that was there before is back"
  }

  /// Whether other repositories may run hooks from the same folder.
  private var isOutside: Bool {
    let folder = hooks.resolvingSymlinksInPath().path(percentEncoded: false)
    return ![common, root].compactMap { $0 }.contains {
      folder.hasPrefix($0.resolvingSymlinksInPath().path(percentEncoded: false))
    }
  }
}
