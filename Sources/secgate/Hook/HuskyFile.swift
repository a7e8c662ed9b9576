import Foundation

/// husky's `pre-push`: a committed file, so that it names secgate by PATH.
struct HuskyFile {
  /// What `core.hooksPath` says: `.husky`, or `.husky/_` since version 9.
  var hooks: URL

  private static let end = "# end of the secgate pre-push hook"

  /// The commands after ours read the same standard input again.
  private static let block = """
    \(HookScript.mark)
    secgate_input=$(cat)
    printf '%s\\n' "$secgate_input" | secgate hook pre-push "$@" || exit $?
    exec <<SECGATE_INPUT
    $secgate_input
    SECGATE_INPUT
    \(end)

    """

  private var file: HookFile {
    let folder = hooks.lastPathComponent == "_" ? hooks.deletingLastPathComponent() : hooks
    return HookFile(folder.appending(path: "pre-push"))
  }

  func install() throws -> String {
    let before = file.text
    if before.contains(HookScript.mark) { return "already in \(file.path)" }
    // Before everything that reads standard input, after the line that names the shell.
    var lines = before.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let first = lines.first.map { $0.hasPrefix("#!") } == true ? lines.removeFirst() + "\n" : ""
    try file.write(first + Self.block + lines.joined(separator: "\n"))
    return "added secgate to \(file.path); commit it, and have secgate on PATH"
  }

  func uninstall() throws -> String {
    var rest: [Substring] = []
    var isOurs = false
    let text = file.text
    guard text.contains(HookScript.mark) else { return HookScript.nothingInstalled }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == HookScript.mark { isOurs = true }
      if !isOurs { rest.append(line) }
      if line == Self.end { isOurs = false }
    }
    try file.write(rest.joined(separator: "\n"))
    return "removed secgate from \(file.path)"
  }
}
