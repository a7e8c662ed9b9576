import ArgumentParser
import FindingModel
import Foundation
import GateEngine
import GateReporting
import GitHistory
import SecretScanning

/// What git starts before it pushes.
struct PrePushCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pre-push", abstract: "Judge what a push adds; git starts this.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var judging: JudgingOptions

  @Argument(help: "The remote's name.") var remote: String?
  @Argument(help: "The remote's URL.") var url: String?

  func run() async throws { try await Self.judge(remote, global, judging) }

  /// - Parameter remote: its name, or its URL where it has none.
  static func judge(
    _ remote: String?, _ global: any GlobalFlags, _ judging: any JudgingFlags
  ) async throws {
    let input = try PushInput.read(
      String(decoding: try SecretsPlace.input(), as: UTF8.self), remote: remote,
      environment: ProcessInfo.processInfo.environment)
    if let note = input.note { Console.note("secgate: \(note)") }
    try await PushJudgement(global: global, judging: judging).run(input)
  }
}

/// What a server starts before it takes a push (githooks(5), pre-receive).
struct PreReceiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pre-receive", abstract: "Judge what a push brings to this server.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var judging: JudgingOptions

  func run() async throws {
    let input = try PushInput.received(
      String(decoding: try SecretsPlace.input(), as: UTF8.self))
    try await PushJudgement(global: global, judging: judging, isServer: true).run(input)
  }
}

extension PushInput {
  /// Lines `old-oid new-oid ref`.
  static func received(_ text: String) throws -> PushInput {
    let turned = text.split(separator: "\n").map { line in
      let fields = line.split(separator: " ", maxSplits: 2)
      guard fields.count == 3 else { return String(line) }
      return "\(fields[2]) \(fields[1]) \(fields[2]) \(fields[0])"
    }
    return PushInput(updates: try PushUpdate.read(turned.joined(separator: "\n")), remote: nil)
  }
}
