import FindingModel
import Foundation
import ReportReading
import TestSupport
import Testing

@testable import ScannerReports

/// Real reports beside the project, read as their table of expected numbers says.
struct SharedSampleTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let tool: String
    let file: String
    let count: Int?
    let outcome: String?
    let severities: [String: Int]
    var testDescription: String { file }
  }

  static let rows: [Row] = {
    guard let samples = Shared.directory?.appending(path: "samples") else { return [] }
    return ["expected.jsonl", "real/expected.jsonl"].flatMap { name -> [Row] in
      guard let table = try? Data(contentsOf: samples.appending(path: name)) else { return [] }
      var rows: [Row] = []
      JSONLines.read(Array(table)) { line in
        if case .success(let value) = line.value, let row = row(value) { rows.append(row) }
      }
      return rows
    }
  }()

  private static func row(_ value: JSONValue) -> Row? {
    guard var tool = value["tool"].text, let file = value["file"].text,
      !tool.hasPrefix("extra_"), tool != "burp_suite_dast"
    else { return nil }
    if tool.hasPrefix("burp") { tool = "burp" }
    guard let adapter = AdapterCatalog.adapter(named: tool) else { return nil }
    var outcome = value["outcome"].text
    if value["expected_findings"].isNull, outcome == nil { outcome = "error" }
    let stated = ["bandit", "npm-audit", "semgrep", "trivy", "zap", "burp", "sarif"]
    let severities =
      stated.contains(adapter.tool)
      ? Dictionary(
        uniqueKeysWithValues: value["by_severity"].members.compactMap { member in
          member.value.integer.flatMap { $0 > 0 ? (member.key, $0) : nil }
        }) : [:]
    return Row(
      tool: adapter.tool, file: file, count: value["expected_findings"].integer, outcome: outcome,
      severities: severities)
  }

  @Test(.enabled(if: Shared.directory != nil, "no ../shared here"), arguments: rows)
  func `a report reads as expected`(_ row: Row) throws {
    let samples = try #require(Shared.directory).appending(path: "samples")
    let bytes = Array(try Data(contentsOf: samples.appending(path: row.file)))
    let adapter = try #require(AdapterCatalog.adapter(named: row.tool))
    let reading = adapter.read(bytes, ReportContext())
    if row.outcome == "error" {
      #expect(reading.outcome == .broken)
      #expect(!reading.problems.isEmpty)
      return
    }
    let open = reading.findings.filter { $0.suppressed != true }
    #expect(open.count == row.count, "\(reading.problems)")
    if !row.severities.isEmpty {
      let found = Dictionary(grouping: open, by: \.severity.rawValue).mapValues(\.count)
      #expect(found == row.severities)
    }
    if let outcome = row.outcome.flatMap(ToolOutcome.init(rawValue:)) {
      #expect(reading.outcome == outcome, "\(reading.problems)")
    }
    if reading.outcome == .findings {
      let recognised = AdapterCatalog.recognise(bytes)?.tool
      #expect(recognised == row.tool || (row.tool == "semgrep" && recognised == "sarif"))
    }
  }
}
