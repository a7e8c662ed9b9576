import ArgumentParser
import BaselineStore
import FindingModel
import Foundation
import GateEngine
import GateReporting
import LaunchEvidence

/// Launch evidence.
struct EvidenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "Load tests, tests, coverage and checks as evidence.",
    subcommands: [EvidenceAddCommand.self])
}

struct EvidenceAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Read the files of one piece of launch evidence.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var provenance: ProvenanceOptions

  @Argument(help: "k6, locust, jmeter, artillery, junit, playwright, tap, coverage or check.")
  var kind: String

  @Argument(help: "All files of the piece; - is standard input.")
  var files: [String]

  func run() async throws {
    let kind: EvidenceKind = try EnumArgument.read(self.kind)
    guard !files.isEmpty else { throw CommandFailure.usage("which file? - is standard input") }
    let project = try global.project()
    let moment = try provenance.moment()
    let ids = try provenance.ids(project)
    let mask = try FreeTextMask.make()
    let pieces = try files.map {
      EvidenceFile(name: $0, bytes: try EvidenceBytes.read($0, global))
    }
    let reading = EvidenceCatalog.read(kind, files: pieces, exitCode: provenance.exitCode)
      .masked(by: mask)
    if provenance.dryRun, global.format == .json {
      try OutputFile.write(Array(reading.json.utf8), to: global.output.map(global.absolute))
    } else if !global.quiet || reading.outcome == .broken {
      Console.note(Self.words(reading))
    }
    guard reading.outcome != .broken else { throw ExitCode(Verdict.incomplete.exitCode) }
    if provenance.dryRun { return }
    let evidence = self.evidence(reading, kind, moment, ids, project)
    try EvidenceRecording.record(
      [RunRecord.Result(evidence: evidence, findings: [])], ids: ids, in: project)
    if ids == nil, !global.quiet {
      Console.note("no --commit: no required check is satisfied by this evidence")
    }
  }

  private func evidence(
    _ reading: EvidenceReading, _ kind: EvidenceKind, _ moment: Timestamp?,
    _ ids: (commit: String, tree: String)?, _ project: Project
  ) -> Evidence {
    var evidence = Evidence(
      id: reading.digest, tool: kind.rawValue, category: .evidence, source: "import",
      outcome: reading.outcome, looked: reading.looked, count: reading.failures.count)
    evidence.version = reading.toolVersion
    (evidence.commit, evidence.tree) = (ids?.commit, ids?.tree)
    evidence.exitCode = provenance.exitCode
    evidence.end = moment ?? reading.madeAt
    evidence.environment = provenance.environment
    evidence.problems = reading.problems
    evidence.skipped = reading.notes
    evidence.measurements = reading.measurements
    evidence.reportDigest = reading.digest
    evidence.covered = reading.format
    evidence.target = files.map { name($0, project) }.sorted().joined(separator: ", ")
    return evidence
  }

  /// The file as the project names it, so that two folders' reports of one name stay two, and two
  /// clones' reports are the same.
  private func name(_ file: String, _ project: Project) -> String {
    guard file != "-" else { return "standard input" }
    let path = URL(filePath: global.absolute(file)).standardizedFileURL.path(percentEncoded: false)
    let root = project.root.hasSuffix("/") ? project.root : project.root + "/"
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
  }

  private static func words(_ reading: EvidenceReading) -> String {
    var line = "\(reading.kind.rawValue): \(reading.outcome.rawValue)"
    if !reading.format.isEmpty { line += " (\(reading.format))" }
    for text in reading.problems + reading.failures.prefix(10).map({ "\($0.name): \($0.what)" }) {
      line += "; " + text
    }
    return VisibleText.make(line)
  }
}
