import ArgumentParser
import BaselineStore
import FindingModel
import Foundation
import GateEngine
import GateReporting

/// Renders the last recorded verdict.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Render the last recorded verdict: a page, SARIF, JUnit, ….")

  @OptionGroup var global: GlobalOptions

  @Flag(exclusivity: .exclusive, help: "The format.")
  var kind: ReportKind?

  @Option(
    help: ArgumentHelp("Date the rendering; no verdict changes.", valueName: "yyyy-mm-dd"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "With --html: compute the digests of a page anew from this repository.", valueName: "file"))
  var verify: String?

  func run() async throws {
    let project = try global.project()
    if let verify {
      guard kind == nil || kind == .html else {
        throw CommandFailure.usage("--verify checks a page: secgate report --html --verify FILE")
      }
      return try PageVerification(project: project, global: global).run(global.absolute(verify))
    }
    guard let kind else {
      throw CommandFailure.usage(
        "say which: " + ReportKind.allCases.map { "--\($0.rawValue)" }.joined(separator: ", "))
    }
    let outcome = try Self.last(project)
    let moment = try asOf.map { AsOf.middle(of: try AsOf.day($0)) }
    var file = global.output.map { $0 == "-" ? $0 : global.absolute($0) }
    if file == nil, kind == .html { file = global.absolute("secgate-report.html") }
    try ReportFiles.write(kind, outcome, to: file, asOf: moment)
    if let file, file != "-", !global.quiet { Console.note("wrote \(VisibleText.make(file))") }
  }

  /// The last recorded judgement.
  static func last(_ project: Project) throws -> GateOutcome {
    guard FileManager.default.fileExists(atPath: project.store.path(percentEncoded: false)) else {
      throw CommandFailure.broken("nothing is recorded for \(project.root) yet; run secgate scan")
    }
    do {
      let store = try BaselineStore.open(at: project.store, mode: .readOnly)
      guard let outcome = try store.lastOutcome() else {
        throw CommandFailure.broken("nothing is recorded for \(project.root) yet; run secgate scan")
      }
      return outcome
    } catch let error as StoreError {
      throw CommandFailure.internal(error.message)
    }
  }
}

extension ReportKind: EnumerableFlag {}

/// Holds the digests that a page states against this repository's own store and evidence.
struct PageVerification {
  var project: Project
  var global: GlobalOptions

  func run(_ file: String) throws {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw CommandFailure.usage("\(file) cannot be read")
    }
    let page = String(decoding: bytes, as: UTF8.self)
    let outcome = try ReportCommand.last(project)
    guard let digests = outcome.digests else {
      throw CommandFailure.broken("the recorded verdict has no digests; run secgate scan")
    }
    let expected = [
      ("policy", digests.policy), ("baseline", digests.baseline),
      ("evidence", OutcomeDigests.evidence(outcome.runs ?? [])), ("verdict", digests.verdict),
    ]
    let wrong = expected.filter { !page.contains($0.1) }.map(\.0)
    guard wrong.isEmpty else {
      Console.print("the page does not state this repository's \(wrong.joined(separator: ", "))")
      throw ExitCode(1)
    }
    Console.print("the page states the policy, baseline, evidence and verdict recorded here")
  }
}
