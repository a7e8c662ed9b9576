import ArgumentParser
import Foundation
import GateEngine
import GateReporting

/// Writes the first configuration.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write .secgate.toml: one [[require]] for each check that applies here.")

  @OptionGroup var global: GlobalOptions

  @Flag(help: "The whole launch checklist: scans, load, end-to-end, coverage, sign-offs.")
  var launch = false

  @Flag(help: "Replace a .secgate.toml that is there.")
  var force = false

  func run() async throws {
    let project = try global.project()
    guard !project.isBare else {
      throw CommandFailure.usage(
        "\(project.root) is bare: run secgate init in a clone and commit the file")
    }
    let file = project.root + "/.secgate.toml"
    if FileManager.default.fileExists(atPath: file), !force {
      throw CommandFailure.usage(
        "\(file) exists already; secgate config check looks at it, --force replaces it")
    }
    let tree = try JudgedTree.read(project)
    let template = ConfigurationTemplate(files: tree.files, launch: launch)
    try OutputFile.write(Array(template.text.utf8), to: file)
    Console.print("wrote \(VisibleText.make(file))")
    if project.layout != nil, try IgnoreFile(root: project.root).add(OwnOutputs.names) {
      Console.print("added secgate's own outputs to .gitignore")
    }
    Console.print("next: secgate scan, then secgate baseline adopt or secgate review")
  }
}

/// What secgate itself writes into a work tree; it never makes one dirty.
enum OwnOutputs {
  static let names = ["secgate-report.html"]
}

/// The `.gitignore` at the root.
struct IgnoreFile {
  var root: String

  /// Adds names that no line holds yet.
  ///
  /// - Returns: whether anything was added.
  func add(_ names: [String]) throws -> Bool {
    let path = root + "/.gitignore"
    let before = FileManager.default.contents(atPath: path) ?? Data()
    let lines = Set(String(decoding: before, as: UTF8.self).split(separator: "\n").map(String.init))
    let missing = names.filter { !lines.contains($0) && !lines.contains("/" + $0) }
    guard !missing.isEmpty else { return false }
    let gap = before.isEmpty || before.last == 0x0a ? "" : "\n"
    let added = gap + missing.map { "/" + $0 + "\n" }.joined()
    try OutputFile.write(Array(before + Data(added.utf8)), to: path)
    return true
  }
}
