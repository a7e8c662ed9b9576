import ArgumentParser
import FindingModel
import Foundation
import GateEngine

/// The judgement without the looking.
struct GateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate", abstract: "Judge again from what is recorded about this commit.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var judging: JudgingOptions

  @Option(
    help: ArgumentHelp(
      "Judge as on this day, today or later; nothing is recorded.", valueName: "yyyy-mm-dd"))
  var asOf: String?

  @Flag(help: "Show findings below the confidence that counts.")
  var suspects = false

  func run() async throws {
    let project = try global.project()
    let moment = try asOf.map(AsOf.later)
    let setup = try judging.setup(project, global)
    let job = GateJob(
      setup: setup, asOf: moment,
      outputs: OwnOutputs.names + WrittenFiles.below(project.root, global, judging.reports),
      matcher: { try RuleOptions.assembled(setup) })
    let answer = try await GitFailures.worded { try await job.run(records: moment == nil) }
    Warnings.print(answer.warnings)
    try VerdictAnswer(global: global, reports: judging.reports, showsSuspects: suspects)
      .give(answer.outcome)
  }
}

/// `--as-of`.
enum AsOf {
  /// The middle of a day that is not past.
  static func later(_ text: String) throws -> Timestamp {
    let now = Timestamp(seconds: Int(Date().timeIntervalSince1970.rounded(.down)))
    let day = try self.day(text)
    guard day >= now.day else {
      throw CommandFailure.usage(
        "--as-of \(text) is past: what was recorded since would be judged as if it were known then")
    }
    return day == now.day ? now : middle(of: day)
  }

  static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else {
      throw CommandFailure.usage("--as-of \(text) is no day; write YYYY-MM-DD")
    }
    return day
  }

  static func middle(of day: Day) -> Timestamp {
    Timestamp(seconds: day.sinceEpoch * 86_400 + 43_200)
  }
}
