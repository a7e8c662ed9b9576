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
      let bytes = try EvidenceBytes.read(file, global)
      let reading = try read(bytes, file, project)
      isBroken = isBroken || reading.outcome == .broken
      if provenance.dryRun {
        try show(reading, mask)
      } else {
        tell(reading, file, mask)
      }
      guard reading.outcome != .broken else { continue }
      var evidence = Evidence(
        id: SHA256.hexadecimal(bytes), tool: reading.tool, category: reading.category,
        source: "import", outcome: reading.outcome, looked: reading.looked)
      reading.fill(&evidence)
      evidence.reportDigest = evidence.id
      (evidence.commit, evidence.tree) = (ids?.commit, ids?.tree)
      evidence.exitCode = provenance.exitCode
      (evidence.start, evidence.end) = (moment, moment)
      evidence.environment = provenance.environment
      evidence.target = image ?? manifest ?? evidence.target
      results.append(
        RunRecord.Result(
          evidence: evidence.masked(by: mask),
          findings: reading.findings.map { $0.masked(by: mask) }))
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

  private func read(_ bytes: [UInt8], _ file: String, _ project: Project) throws -> ToolReading {
    let files = ProjectFiles(project)
    let context = ReportContext(
      exitCode: provenance.exitCode, manifest: manifest, image: image,
      fileName: file == "-" ? "standard input" : file, root: project.root,
      source: { files.source($0) })
    if tool == "auto" {
      guard let adapter = AdapterCatalog.recognise(bytes) else {
        var reading = ToolReading(
          tool: "auto", category: .code, outcome: .broken, looked: .unknown)
        reading.problems = ["no adapter recognises this report; name the tool instead of auto"]
        return reading
      }
      return adapter.read(bytes, context)
    }
    guard let adapter = AdapterCatalog.adapter(named: tool) else {
      let names = AdapterCatalog.adapters.map(\.tool).sorted().joined(separator: ", ")
      throw CommandFailure.usage("no adapter is called \(tool); there are: \(names), auto")
    }
    return adapter.read(bytes, context)
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
