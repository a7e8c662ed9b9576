import ArgumentParser
import FindingModel
import Foundation
import GateEngine
import GateReporting
import ScannerRunner

/// Trusting a repository's tool settings.
struct TrustCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust",
    abstract: "Let path, args, network and own rule files of this repository take effect.")

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Do not ask.")
  var yes = false

  func run() async throws {
    guard !FlagEnvironment().isCI else {
      throw CommandFailure.usage(
        "nothing is trusted in CI: name the settings in the trusted base or by --config")
    }
    let project = try global.project()
    let keys: [String]
    do {
      let files = try ProjectFiles.judged(project)
      let configuration = try files.configuration(global.configurationFile) ?? Configuration()
      keys = ToolTrust.keys(project, EffectiveConfiguration(configuration, source: "file"))
    } catch { throw CommandFailure.usage("\(error)") }
    guard !keys.isEmpty else {
      Console.print("there is nothing to trust: no path, args, network or own rule file is set")
      return
    }
    let records = TrustRecords.forUser()
    if records.isTrusted(repository: project.identity, settings: keys) {
      Console.print("these settings are trusted already")
      return
    }
    Console.print("\(VisibleText.make(project.root)) wants:")
    for key in keys { Console.print("  " + VisibleText.make(key.replacing("\u{1F}", with: " "))) }
    try confirm()
    do {
      try records.trust(repository: project.identity, settings: keys)
    } catch { throw CommandFailure.internal("\(records.folder) cannot be written: \(error)") }
    Console.print("trusted until one of them changes")
  }

  private func confirm() throws {
    if yes { return }
    guard isatty(STDIN_FILENO) == 1 else {
      throw CommandFailure.usage("without a terminal nobody can be asked; --yes answers")
    }
    Console.write(
      "These programs and arguments will run as you. Trust them? [y/N] ", to: .standardOutput)
    guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
      throw CommandFailure.usage("nothing was trusted")
    }
  }
}
