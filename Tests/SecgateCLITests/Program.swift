import FindingModel
import Foundation
import TestSupport

/// The built binary, run as a user would: own home, no colour, nothing of the caller's settings.
struct Program {
  let home: TemporaryDirectory

  init() throws { home = try TemporaryDirectory() }

  /// Beside the test bundle, where SwiftPM puts executables; or the one `SECGATE_BINARY` names: a
  /// release build starts in a hundredth of the time that the checks of a debug build take.
  static let binary: URL = {
    if let named = ProcessInfo.processInfo.environment["SECGATE_BINARY"], !named.isEmpty {
      return URL(filePath: named)
    }
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appending(path: "secgate")
      if FileManager.default.isExecutableFile(atPath: candidate.path(percentEncoded: false)) {
        return candidate
      }
      folder = folder.deletingLastPathComponent()
    }
    return Shared.projectRoot.appending(path: ".build/debug/secgate")
  }()

  var environment: [String: String] {
    [
      "HOME": home.path, "XDG_STATE_HOME": home.path + "/state",
      "XDG_CONFIG_HOME": home.path + "/config", "NO_COLOR": "1", "CI": "", "COLUMNS": "100",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GITHUB_ACTIONS": "",
    ]
  }

  @discardableResult
  func run(
    _ arguments: String..., in directory: URL, environment extra: [String: String] = [:],
    input: String = ""
  ) throws -> Command {
    try run(arguments, in: directory, environment: extra, input: input)
  }

  func run(
    _ arguments: [String], in directory: URL, environment extra: [String: String] = [:],
    input: String = ""
  ) throws -> Command {
    try Command.run(
      [Self.binary.path(percentEncoded: false)] + arguments, in: directory,
      environment: environment.merging(extra) { _, new in new }, input: Data(input.utf8))
  }

  /// A day from today, UTC, as decisions write it.
  static func day(_ days: Int) throws -> String {
    let today = Timestamp(seconds: Int(Date().timeIntervalSince1970)).day
    return Day(sinceEpoch: today.sinceEpoch + days).description
  }

  /// The JSON object a command printed.
  static func json(_ command: Command) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: command.output)
    return value as? [String: Any] ?? [:]
  }
}
