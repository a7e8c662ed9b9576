import Foundation
import GateReporting

/// What flags that every command understands ask for, wherever they come from.
protocol GlobalFlags {
  var directory: String? { get }
  var config: String? { get }
  var format: OutputFormat { get }
  var output: String? { get }
  var offline: Bool { get }
  var noColor: Bool { get }
  var trustOwner: Bool { get }
}

/// No flag was given.
struct NoGlobalFlags: GlobalFlags {
  let directory: String? = nil
  let config: String? = nil
  let format = OutputFormat.text
  let output: String? = nil
  let offline = false
  let noColor = false
  let trustOwner = false
}

extension GlobalFlags {
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
