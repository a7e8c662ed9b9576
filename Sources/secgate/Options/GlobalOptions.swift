import ArgumentParser
import Foundation
import GateReporting

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// Flags that every command understands.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customShort("C"), help: ArgumentHelp("Run as if started in DIR.", valueName: "dir"))
  var directory: String?

  @Option(help: ArgumentHelp("Configuration instead of .secgate.toml.", valueName: "file"))
  var config: String?

  @Option(help: "How to answer: text or json.")
  var format: OutputFormat = .text

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Write the answer to FILE; - is standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Use no network, and let no tool use it.")
  var offline = false

  @Flag(name: .shortAndLong, help: "Say nothing but the result.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say more.")
  var verbose = false

  @Flag(help: "No colour, also by NO_COLOR.")
  var noColor = false

  @Flag(help: "Read a repository that somebody else owns.")
  var trustOwner = false

  var trustsOwner: Bool { trustOwner || FlagEnvironment().isSet("trust-owner") }

  var isOffline: Bool { offline || FlagEnvironment().isSet("offline") }

  /// `--config`, else `SECGATE_CONFIG`; nil: the repository's own.
  var configurationFile: String? {
    (config ?? FlagEnvironment().value("config")).map(absolute)
  }

  /// As given or as the process was started in.
  var workingDirectory: String {
    let current = FileManager.default.currentDirectoryPath
    guard let directory else { return current }
    return directory.hasPrefix("/") ? directory : current + "/" + directory
  }

  func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : workingDirectory + "/" + path
  }

  /// For answers on standard output.
  var style: TerminalStyle { style(.standardOutput) }

  /// For what a hook says.
  var errorStyle: TerminalStyle { style(.standardError) }

  private func style(_ stream: Console.Stream) -> TerminalStyle {
    let environment = ProcessInfo.processInfo.environment
    let wanted =
      !noColor && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
      && output == nil
    return TerminalStyle(color: wanted && Console.isTerminal(stream), width: Console.width)
  }
}
