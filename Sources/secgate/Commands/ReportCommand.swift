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
  @OptionGroup var judging: JudgingOptions

  @Flag(exclusivity: .exclusive, help: "The format.")
  var kind: ReportKind?

  @Option(
    name: .customLong("for"),
    help: "For whom the SARIF or the annotations are: standard or github.")
  var audience: ReportAudience = .standard

  @Flag(help: "With --for github: SARIF of a run that did not look at everything, too.")
  var evenIfIncomplete = false

  @Option(
    help: ArgumentHelp("Date the rendering; no verdict changes.", valueName: "yyyy-mm-dd"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "With --html: compute the digests of a page anew from this repository.", valueName: "file"))
  var verify: String?

  func validate() throws {
    guard audience == .standard || kind == .sarif || kind == .annotations else {
      throw ValidationError("--for goes with --sarif or --annotations")
    }
    guard !evenIfIncomplete || (kind == .sarif && audience == .github) else {
      throw ValidationError("--even-if-incomplete goes with --sarif --for github")
    }
    guard judging.reports.isEmpty else {
      throw ValidationError("--report goes with scan, gate, secrets and merge")
    }
    guard verify == nil || kind == nil || kind == .html else {
      throw ValidationError("--verify checks a page: secgate report --html --verify FILE")
    }
  }

  func run() async throws {
    let project = try global.project()
    if let verify {
      let setup = try judging.setup(project, global)
      return try await PageVerification(setup: setup, global: global).run(global.absolute(verify))
    }
    guard let kind else {
      throw CommandFailure.usage(
        "say which: " + ReportKind.allCases.map { "--\($0.rawValue)" }.joined(separator: ", "))
    }
    let outcome = try Self.last(project)
    var style = ReportStyle(isForGitHub: audience == .github, evenIfIncomplete: evenIfIncomplete)
    style.asOf = try asOf.map { AsOf.middle(of: try AsOf.day($0)) }
    var file = global.output.map { $0 == "-" ? $0 : global.absolute($0) }
    if file == nil, kind == .html { file = global.absolute("secgate-report.html") }
    do {
      try ReportFiles.write(kind, style, outcome, to: file, quiet: global.quiet)
    } catch let refusal as ReportRefusal {
      throw CommandFailure.usage(refusal.reason)
    }
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

enum ReportAudience: String, ExpressibleByArgument, CaseIterable { case standard, github }
