import Foundation

/// lefthook's configuration: it writes the hooks itself, so that secgate becomes one of its
/// commands (lefthook.dev, `use_stdin`).
struct LefthookFile {
  var file: HookFile

  private static let names = ["lefthook.yml", ".lefthook.yml", "lefthook.yaml", ".lefthook.yaml"]

  private static let command = """
      commands:
        secgate:
          run: secgate hook pre-push {0}
          use_stdin: true
    """

  private static let block = "\n\(HookScript.mark)\npre-push:\n\(command)\n"

  static func find(in root: URL) -> LefthookFile? {
    names.map { HookFile(root.appending(path: $0)) }.first(where: \.exists)
      .map { LefthookFile(file: $0) }
  }

  func install() throws -> String {
    let text = file.text
    if text.contains("secgate hook pre-push") { return "already in \(file.path)" }
    let hasSection = text.split(separator: "\n").contains { $0.hasPrefix("pre-push:") }
    guard !hasSection else {
      throw CommandFailure.usage(
        "\(file.path) has a pre-push section already; add this to it, then run lefthook install:\n"
          + Self.command)
    }
    try file.write(
      (text.isEmpty || text.hasSuffix("\n") ? text : text + "\n") + Self.block, executable: false)
    return "added secgate to \(file.path); run lefthook install, and have secgate on PATH"
  }

  func uninstall() throws -> String {
    let text = file.text
    guard text.contains("secgate hook pre-push") else { return HookScript.nothingInstalled }
    guard text.contains(Self.block) else {
      throw CommandFailure.usage(
        "\(file.path) was edited since; remove the command secgate there and run lefthook install")
    }
    try file.write(text.replacing(Self.block, with: ""), executable: false)
    return "removed secgate from \(file.path); run lefthook install"
  }
}
