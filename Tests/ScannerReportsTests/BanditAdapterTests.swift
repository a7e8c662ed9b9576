import FindingModel
import Testing

@testable import ScannerReports

struct BanditAdapterTests {
  private func read(_ text: String, exitCode: Int? = nil) -> ToolReading {
    BanditAdapter().read(Array(text.utf8), ReportContext(exitCode: exitCode))
  }

  private func report(
    results: String = "", errors: String = "", loc: Int = 5,
    files: String = "\"a.py\": {\"loc\": 5}"
  ) -> String {
    """
    {"errors": [\(errors)], "generated_at": "x", "results": [\(results)],
     "metrics": {"_totals": {"loc": \(loc)}, \(files)}}
    """
  }

  private func result(_ id: String = "B102", line: Int = 2, code: String, extra: String = "")
    -> String
  {
    """
    {"code": "\(code)", "filename": "./src/a.py", "issue_confidence": "LOW",
     "issue_severity": "HIGH", "issue_text": "Use of exec", "line_number": \(line),
     "line_range": [\(line)], "col_offset": 4, "test_id": "\(id)", "test_name": "exec_used",
     "issue_cwe": {}\(extra)}
    """
  }

  @Test func `a result becomes a code finding with its own severity and confidence`() throws {
    let reading = read(report(results: result(code: "1 a\\n2   exec(x)\\n3 b\\n")))
    let finding = try #require(reading.findings.first)
    #expect(finding.category == .code)
    #expect(finding.severity == .high && finding.severitySource == .tool)
    #expect(finding.confidence == .low)
    #expect(finding.locations.first?.path == "src/a.py")
    #expect(finding.locations.first?.line == 2)
    #expect(finding.locations.first?.column == 5)
    #expect(
      finding.basis
        == .code(
          rule: "bandit:B102", path: "src/a.py", snippet: Fingerprint.snippet("exec(x)")))
    #expect(reading.covered == "1 files, 5 lines")
  }

  @Test func `identity holds when lines are added above`() {
    let before = read(report(results: result(line: 2, code: "1 a\\n2 exec(x)\\n3 b\\n")))
    let after = read(report(results: result(line: 9, code: "8 c\\n9     exec(x)\\n10 b\\n")))
    #expect(before.findings.map(\.id) == after.findings.map(\.id))
  }

  @Test func `blacklist tests of one id are told apart by what they found`() {
    let parts = ["dill", "pickle"].map { name in
      result(code: "2 x\\n", extra: ", \"x\": 1")
        .replacing("Use of exec", with: "Use of \(name)").replacing("exec_used", with: "blacklist")
    }
    let ids = Set(read(report(results: parts.joined(separator: ","))).findings.map(\.id))
    #expect(ids.count == 2)
  }

  @Test func `trap: a missing target with exit code 0 is broken`() {
    let text = report(
      errors: "{\"filename\": \"./nope\", \"reason\": \"No such file or directory\"}", loc: 0,
      files: "\"x\": 1")
    #expect(read(text, exitCode: 0).outcome == .broken)
  }

  @Test func `trap: only files with syntax errors are broken, some are partial`() {
    let error = "{\"filename\": \"a.py\", \"reason\": \"syntax error while parsing AST\"}"
    #expect(read(report(errors: error), exitCode: 0).outcome == .broken)
    let both = "\"a.py\": {\"loc\": 1}, \"b.py\": {\"loc\": 4}"
    let partial = read(report(errors: error, files: both), exitCode: 0)
    #expect(partial.outcome == .partial)
    #expect(partial.problems == ["not looked at: a.py: syntax error while parsing AST"])
  }

  @Test func `trap: undefined severity has no source and the table's value`() throws {
    let text = report(results: result(code: "2 x\\n").replacing("\"HIGH\"", with: "\"UNDEFINED\""))
    let finding = try #require(read(text).findings.first)
    #expect(finding.severity == .info && finding.severitySource == .none)
    let odd = report(results: result(code: "2 x\\n").replacing("\"HIGH\"", with: "\"SHINY\""))
    let kept = try #require(read(odd).findings.first)
    #expect(kept.severitySource == .none)
    #expect(kept.witnesses.first?.severity == "SHINY")
  }

  @Test func `exit code and report must go together`() {
    #expect(read(report(), exitCode: 0).outcome == .clean)
    #expect(read(report(), exitCode: 1).outcome == .broken)
    #expect(read(report(), exitCode: 2).outcome == .broken)
    #expect(read(report(), exitCode: 137).outcome == .broken)
    #expect(read(report(results: result(code: "2 x\\n")), exitCode: 1).outcome == .findings)
    // --exit-zero
    #expect(read(report(results: result(code: "2 x\\n")), exitCode: 0).outcome == .findings)
  }

  @Test func `paths with backslashes and absolute ones below the root are made relative`() throws {
    let windows = result(code: "2 x\\n").replacing("./src/a.py", with: "src\\\\a.py")
    #expect(read(report(results: windows)).findings.first?.locations.first?.path == "src/a.py")
    let absolute = report(
      results: result(code: "2 x\\n").replacing("./src/a.py", with: "/w/repo/src/a.py"))
    let reading = BanditAdapter().read(Array(absolute.utf8), ReportContext(root: "/w/repo/"))
    #expect(reading.findings.first?.locations.first?.path == "src/a.py")
  }
}
