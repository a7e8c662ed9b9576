import ArgumentParser
import BaselineStore
import BuiltInRules
import FindingModel
import Foundation
import GateEngine
import GateReporting
import GitHistory
import RulePacks
import ScannerReports
import SecretScanning

/// Reports made elsewhere.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read a scanner's report that was made elsewhere.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var provenance: ProvenanceOptions

  @Option(help: ArgumentHelp("The manifest the tool was given.", valueName: "path"))
  var manifest: String?

  @Option(help: ArgumentHelp("The image the tool was given.", valueName: "image"))
  var image: String?

  @Argument(help: "bandit, safety, pip-audit, npm-audit, semgrep, trivy, zap, burp, …, or auto.")
  var tool: String

  @Argument(help: "Report files; - is standard input.")
  var files: [String]

  func run() async throws {
    guard !files.isEmpty else { throw CommandFailure.usage("which file? - is standard input") }
    let project = try global.project()
    let moment = try provenance.moment()
    let ids = try provenance.ids(project)
    let mask = try FreeTextMask.make()
    var results: [RunRecord.Result] = []
    var isBroken = false
    for file in files {
      var report = try ReportFile(file, global)
      let gathering = Gathering(mask)
      let reading = try read(&report, file, project, gathering)
      isBroken = isBroken || reading.outcome == .broken
      if provenance.dryRun {
        try show(reading, mask)
      } else {
        tell(reading, file, mask)
      }
      guard reading.outcome != .broken else { continue }
      var evidence = Evidence(
        id: report.digest, tool: reading.tool, category: reading.category, source: "import",
        outcome: reading.outcome, looked: reading.looked)
      reading.fill(&evidence)
      evidence.reportDigest = evidence.id
      (evidence.commit, evidence.tree) = (ids?.commit, ids?.tree)
      evidence.exitCode = provenance.exitCode
      (evidence.start, evidence.end) = (moment, moment)
      evidence.environment = provenance.environment
      evidence.target = image ?? manifest ?? evidence.target
      results.append(
        RunRecord.Result(
          evidence: evidence.masked(by: mask), gathered: try gathering.finished()))
    }
    if !provenance.dryRun, !results.isEmpty {
      try EvidenceRecording.record(results, ids: ids, in: project)
      if ids == nil, !global.quiet {
        Console.note(
          "no --commit: the findings count, but no required check is satisfied by this report")
      }
    }
    if isBroken { throw ExitCode(Verdict.incomplete.exitCode) }
  }

  /// Findings of one report, masked and packed as they are read.
  private final class Gathering {
    private let mask: SecretMask
    private var findings = GatheredFindings()
    private var failure: (any Error)?

    init(_ mask: SecretMask) { self.mask = mask }

    func add(_ finding: Finding) {
      guard failure == nil else { return }
      do { try findings.add(finding.masked(by: mask)) } catch { failure = error }
    }

    func finished() throws -> GatheredFindings {
      if failure != nil {
        throw CommandFailure.internal("nothing was recorded: a finding cannot be stored")
      }
      return findings
    }
  }

  /// The reading; without its findings unless it is only to be shown.
  private func read(
    _ report: inout ReportFile, _ file: String, _ project: Project, _ gathering: Gathering
  ) throws -> ToolReading {
    let files = ProjectFiles(project)
    let context = ReportContext(
      exitCode: provenance.exitCode, manifest: manifest, image: image,
      fileName: file == "-" ? "standard input" : file, root: project.root,
      source: { files.source($0) })
    let known = try adapter(for: report.beginning)
    guard let adapter = try known ?? adapter(for: report.whole()) else {
      var reading = ToolReading(tool: "auto", category: .code, outcome: .broken, looked: .unknown)
      reading.problems = ["no adapter recognises this report; name the tool instead of auto"]
      return reading
    }
    if provenance.dryRun { return adapter.read(try report.whole(), context) }
    if let lines = adapter as? any LineReadingAdapter, lines.readsLines(report.beginning) {
      return try lines.read(
        pieces: { try report.next() }, context, each: { gathering.add($0) })
    }
    return adapter.read(try report.whole(), context) { gathering.add($0) }
  }

  /// - Parameter bytes: of the report; its beginning is mostly enough.
  /// - Returns: nil where it is to be found by content, and no adapter recognises it.
  private func adapter(for bytes: [UInt8]) throws -> (any ReportAdapter)? {
    if tool == "auto" { return AdapterCatalog.recognise(bytes) }
    guard let adapter = AdapterCatalog.adapter(named: tool) else {
      let names = AdapterCatalog.adapters.map(\.tool).sorted().joined(separator: ", ")
      throw CommandFailure.usage("no adapter is called \(tool); there are: \(names), auto")
    }
    return adapter
  }

  private func show(_ reading: ToolReading, _ mask: SecretMask) throws {
    switch global.format {
    case .json:
      try OutputFile.write(
        Array(try reading.json(maskedBy: mask)), to: global.output.map(global.absolute))
    case .text:
      var lines = [words(reading, mask)]
      lines += reading.findings.map { FindingsListCommand.line($0.masked(by: mask)) }
      try OutputFile.write(
        Array((lines.joined(separator: "\n") + "\n").utf8),
        to: global.output.map(global.absolute))
    }
  }

  private func tell(_ reading: ToolReading, _ file: String, _ mask: SecretMask) {
    if !global.quiet || reading.outcome == .broken {
      Console.note(VisibleText.make(file) + ": " + words(reading, mask))
    }
  }

  private func words(_ reading: ToolReading, _ mask: SecretMask) -> String {
    var line = "\(reading.tool): \(reading.outcome.rawValue), \(reading.count) findings"
    if !reading.problems.isEmpty {
      line += "; " + reading.problems.map(mask.masked).joined(separator: "; ")
    }
    return VisibleText.make(line)
  }
}

/// The mask for free text of commands that search nothing themselves.
enum FreeTextMask {
  static func make() throws -> SecretMask {
    try SecretMask(try RulePackMatcher(packs: BuiltInRules.packs()))
  }
}
