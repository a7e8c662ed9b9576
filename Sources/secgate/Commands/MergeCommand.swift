import ArgumentParser
import FindingModel
import Foundation
import GateEngine
import GitHistory
import SecretScanning

/// Joins what several machines searched to the verdict of one run.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Join the shards of a history scan and judge as one run would.",
    discussion: """
      Run it in the same repository, with the same rules. A shard that is missing, or that saw \
      other objects, references or rules, makes the answer INCOMPLETE and is named.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var ruleOptions: RuleOptions
  @OptionGroup var search: SearchOptions

  @Argument(help: ArgumentHelp("Files that secgate secrets --shard wrote.", valueName: "shard"))
  var shards: [String]

  /// More than a shard of any repository holds; a larger file is none.
  private static let largest = 1 << 30

  func run() async throws {
    let project = try global.project(mustBeRepository: true)
    guard let layout = project.layout else {
      throw CommandFailure.usage("\(project.root) is no repository")
    }
    let setup = try judging.setup(project, global)
    var job = SecretsJob(
      setup: setup, matcher: try ruleOptions.matcher(ruleOptions.rules, setup, global),
      target: .history(layout.opened))
    job.jobs = try search.workers(setup)
    job.includesIgnored = search.ignored
    let display = ScanDisplay(global)
    job.progress = { display.handle(.searching($0)) }
    defer { display.finish() }
    let ready = job
    let outcome: GateOutcome
    do {
      let results = try shards.map { try ShardResult(file: try bytes($0), name: $0) }
      outcome = try await GitFailures.worded {
        try await Interrupt.cancelling { try await ready.merge(results) }
      }
    } catch let error as ShardError {
      throw CommandFailure.broken("INCOMPLETE: \(error)")
    }
    display.finish()
    try VerdictAnswer(global: global, reports: judging.reports, showsSuspects: search.suspects)
      .give(outcome)
  }

  private func bytes(_ file: String) throws -> [UInt8] {
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: global.absolute(file)))
      defer { try? handle.close() }
      let data = try handle.read(upToCount: Self.largest + 1) ?? Data()
      guard data.count <= Self.largest else {
        throw CommandFailure.broken("INCOMPLETE: \(file) is over \(Self.largest) bytes")
      }
      return Array(data)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure.broken(
        "INCOMPLETE: \(file) cannot be read: \(error.localizedDescription)")
    }
  }
}
