import ArgumentParser
import BaselineStore
import FindingModel
import Foundation
import GateEngine
import GitHistory

/// What somebody says about a report that was made elsewhere.
struct ProvenanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The commit that was looked at; without it no check is satisfied.",
      valueName: "rev"))
  var commit: String?

  @Option(help: ArgumentHelp("When the report was made, RFC 3339.", valueName: "time"))
  var madeAt: String?

  @Option(help: ArgumentHelp("The tool's exit code.", valueName: "n"))
  var exitCode: Int?

  @Option(help: ArgumentHelp("Where it was made: staging, load-peak.", valueName: "name"))
  var environment: String?

  @Flag(help: "Record nothing; print what was read.")
  var dryRun = false

  /// The moment, not one to come: evidence of tomorrow would be fresh for ever.
  func moment() throws -> Timestamp? {
    guard let madeAt else { return nil }
    guard let moment = Timestamp(madeAt) else {
      throw CommandFailure.usage(
        "--made-at \(madeAt) is no time; write 2026-11-25T10:00:00Z")
    }
    // Clocks of two machines differ a little.
    guard moment.seconds <= Int(Date().timeIntervalSince1970) + 300 else {
      throw CommandFailure.usage("--made-at \(madeAt) has not come yet")
    }
    return moment
  }

  /// The full ids of commit and tree.
  func ids(_ project: Project) throws -> (commit: String, tree: String)? {
    guard let commit else { return nil }
    guard let layout = project.layout else {
      throw CommandFailure.usage("--commit \(commit): \(project.root) is no git repository")
    }
    do {
      let repository = try project.open(layout)
      let id = try repository.commit(named: commit)
      return (id.description, try repository.commit(id).tree.description)
    } catch {
      throw CommandFailure.usage("--commit: \(error)")
    }
  }
}

/// A file of evidence, or standard input for `-`.
enum EvidenceBytes {
  /// More than this is no report.
  private static let largest = 1 << 30

  static func read(_ file: String, _ global: GlobalOptions) throws -> [UInt8] {
    if file == "-" { return try SecretsPlace.input() }
    do {
      return try SmallFile.bytes(Array(global.absolute(file).utf8), limit: largest)
    } catch {
      throw CommandFailure.usage("\(file): cannot be read (\(error))")
    }
  }
}

/// Puts evidence on record; where that fails nothing was recorded: exit 4.
enum EvidenceRecording {
  static func record(
    _ results: [RunRecord.Result], ids: (commit: String, tree: String)?, in project: Project
  ) throws {
    do {
      let store = try BaselineStore.open(at: project.store)
      for notice in store.notices { Console.note("secgate: warning: \(notice)") }
      try store.record(RunRecord(commit: ids?.commit, tree: ids?.tree, results: results))
    } catch {
      throw CommandFailure.internal("nothing was recorded: \(error.message)")
    }
  }
}
