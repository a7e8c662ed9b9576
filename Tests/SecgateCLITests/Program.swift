import FindingModel
import Foundation
import TestSupport
import Testing

/// The built binary, run as a user would: own home, no colour, nothing of the caller's settings.
struct Program {
  let home: TemporaryDirectory

  init() throws {
    home = try TemporaryDirectory()
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
  }

  /// Where the program keeps its temporary files.
  var temporary: URL { home.url.appending(path: "tmp") }

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
      "HOME": home.path, "TMPDIR": home.path + "/tmp", "XDG_STATE_HOME": home.path + "/state",
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
    let start = Date()
    let command = try Command.run(
      [Self.binary.path(percentEncoded: false)] + arguments, in: directory,
      environment: environment.merging(extra) { _, new in new }, input: Data(input.utf8))
    expectNoSecret(in: command, at: directory, since: start)
    let left = try FileManager.default.contentsOfDirectory(atPath: home.path + "/tmp")
    #expect(left.isEmpty, "\(arguments) left temporary files")
    return command
  }

  /// As ``run(_:in:environment:input:)``, and kills the program, if it still runs then, in a way
  /// that it cannot notice.
  func run(
    _ arguments: [String], in directory: URL, killedAfter delay: Duration,
    environment extra: [String: String] = [:]
  ) throws -> Command {
    let start = Date()
    let (seconds, attoseconds) = delay.components
    let command = try Command.run(
      [
        "timeout", "-s", "KILL", String(Double(seconds) + Double(attoseconds) / 1e18),
        Self.binary.path(percentEncoded: false),
      ] + arguments, in: directory, environment: environment.merging(extra) { _, new in new })
    try expectNothingLeft()
    expectNoSecret(in: command, at: directory, since: start)
    return command
  }

  /// What outlives a killed program ends within seconds: no process of a tool, no temporary file.
  func expectNothingLeft() throws {
    for _ in 0..<400 {
      let left = try FileManager.default.contentsOfDirectory(atPath: temporary.path())
      if left.isEmpty, toolProcesses().isEmpty { return }
      usleep(25_000)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: temporary.path())
    #expect(left.isEmpty, "temporary files")
    #expect(toolProcesses().isEmpty, "processes")
  }

  /// As ``run(_:in:environment:input:)``, for a program that a tool of its own sends a signal: a file
  /// holds the program's process id.
  func run(
    _ arguments: [String], in directory: URL, environment extra: [String: String],
    writingIDTo file: String
  ) throws -> Command {
    let start = Date()
    let command = try Command.run(
      ["sh", "-c", "echo $$ > \"$0\"; exec \"$@\"", file, Self.binary.path(percentEncoded: false)]
        + arguments, in: directory, environment: environment.merging(extra) { _, new in new })
    // One that was killed has no part in what happens then.
    if command.status == SIGKILL { try expectNothingLeft() }
    expectNoSecret(in: command, at: directory, since: start)
    return command
  }

  /// After every command of every test: nothing that it said or wrote holds a planted secret.
  private func expectNoSecret(in command: Command, at directory: URL, since start: Date) {
    Leak.expectNone(in: command)
    Leak.expectNone(below: home.url, since: .distantPast)
    Leak.expectNone(below: directory, since: start)
  }

  /// Processes of tools that this program's runs have started and that still run; on Linux.
  func toolProcesses() -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap(Int32.init).filter { process in
      // Empty for one that is dead and not waited for, or another user's.
      let environment = FileManager.default.contents(atPath: "/proc/\(process)/environ") ?? Data()
      return environment.range(of: Data("SECGATE_RUN=".utf8)) != nil
        && environment.range(of: Data(home.path.utf8)) != nil
    }
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
