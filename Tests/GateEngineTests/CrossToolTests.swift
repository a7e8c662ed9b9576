import FindingModel
import Foundation
import ScannerReports
import Testing

@testable import GateEngine

/// What several tools really print about one flaw, read by their adapters and merged.
struct CrossToolTests {
  private static let trivy = """
    {"SchemaVersion": 2, "ArtifactName": ".", "ArtifactType": "filesystem", "Results": [
      {"Target": "requirements.txt", "Class": "lang-pkgs", "Type": "pip", "Vulnerabilities": [
       {"VulnerabilityID": "CVE-2021-35042", "PkgName": "Django", "InstalledVersion": "3.1.12",
        "FixedVersion": "3.1.13, 3.2.5", "Severity": "CRITICAL", "Title": "SQL injection"},
       {"VulnerabilityID": "CVE-2021-35042", "PkgName": "django-fork", "Severity": "LOW",
        "InstalledVersion": "1"}]},
      {"Target": "package-lock.json", "Class": "lang-pkgs", "Type": "npm", "Vulnerabilities": [
       {"VulnerabilityID": "CVE-2021-23337", "PkgName": "lodash", "InstalledVersion": "4.17.20",
        "FixedVersion": "4.17.21", "Severity": "HIGH"}]}]}
    """
  private static let pipAudit = """
    {"dependencies": [{"name": "django", "version": "3.1.12", "vulns": [{"id": "PYSEC-2021-109",
      "fix_versions": ["3.2.5", "3.1.13"], "aliases": ["GHSA-xpfp-f569-q3p2", "CVE-2021-35042"],
      "description": "SQL"}]}], "fixes": []}
    """
  private static let safety = """
    {"report_meta": {"scan_target": "files", "scanned": ["requirements.txt"], "packages_found": 1},
     "ignored_vulnerabilities": [], "vulnerabilities": [{"vulnerability_id": "40899",
      "package_name": "DJANGO", "analyzed_version": "3.1.12", "advisory": "see CVE-2021-35042",
      "ignored": false, "CVE": "CVE-2021-35042", "severity": {"cvssv3": {"base_score": 7.5}}}]}
    """
  private static let osv = """
    {"results": [{"source": {"path": "package-lock.json"}, "packages": [{"package":
      {"name": "lodash", "version": "4.17.20", "ecosystem": "npm"}, "vulnerabilities": [
      {"id": "GHSA-35jh-r3h4-6jhm", "aliases": ["CVE-2021-23337"], "summary": "Injection",
       "database_specific": {"severity": "HIGH"}}]}]}]}
    """
  private static let npm = """
    {"auditReportVersion": 2, "vulnerabilities": {"lodash": {"via": [{"source": 1106913,
      "name": "lodash", "title": "Command Injection in lodash", "severity": "moderate",
      "url": "https://github.com/advisories/GHSA-35jh-r3h4-6jhm"}]}},
     "metadata": {"dependencies": {"total": 2}}}
    """

  private func result(_ tool: String, _ text: String, manifest: String? = nil) throws -> ToolResult
  {
    let adapter = try #require(AdapterCatalog.adapter(named: tool))
    let reading = adapter.read(Array(text.utf8), ReportContext(manifest: manifest))
    #expect(reading.outcome == .findings, "\(tool): \(reading.problems)")
    return Sample.result(tool, reading.category, reading.findings)
  }

  private func all() throws -> [ToolResult] {
    [
      try result("trivy", Self.trivy),
      try result("pip-audit", Self.pipAudit, manifest: "requirements.txt"),
      try result("safety", Self.safety), try result("osv-scanner", Self.osv),
      try result("npm-audit", Self.npm, manifest: "package-lock.json"),
    ]
  }

  private func bytes(_ results: [ToolResult]) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(FindingMerge(results).findings)
  }

  @Test func `the same CVE from trivy, pip-audit and safety is one finding with its witnesses`()
    throws
  {
    let findings = FindingMerge(try all()).findings
    let django = try #require(
      findings.first { $0.id == "sg1:dep:CVE-2021-35042:pkg:pypi/django:requirements.txt" })
    #expect(django.witnesses.map(\.tool) == ["pip-audit", "safety", "trivy"])
    #expect(django.witnesses.map(\.ruleID) == ["PYSEC-2021-109", "SAFETY-40899", "CVE-2021-35042"])
    #expect(django.severity == .critical, "the highest that somebody stated")
    #expect(django.package?.fixedIn == ["3.1.13", "3.2.5"])
  }

  @Test func `npm's GHSA and trivy's CVE join through the tool that knows both`() throws {
    let findings = FindingMerge(try all()).findings
    let lodash = try #require(findings.first { $0.id.contains("lodash") })
    #expect(lodash.id == "sg1:dep:CVE-2021-23337:pkg:npm/lodash:package-lock.json")
    #expect(lodash.witnesses.map(\.tool) == ["npm-audit", "osv-scanner", "trivy"])
    let without = try all().filter { $0.evidence.tool != "osv-scanner" }
    #expect(FindingMerge(without).findings.filter { $0.id.contains("lodash") }.count == 2)
  }

  @Test func `one CVE in two packages stays two`() throws {
    let findings = FindingMerge(try all()).findings
    #expect(findings.count { $0.identifiers.contains("CVE-2021-35042") } == 2)
    #expect(findings.count == 3)
  }

  @Test func `trap: pip-audit's primary id flips, the finding stays`() throws {
    let flipped = Self.pipAudit.replacing("\"id\": \"PYSEC-2021-109\"", with: "\"id\": \"X\"")
      .replacing("\"GHSA-xpfp-f569-q3p2\"", with: "\"PYSEC-2021-109\"")
      .replacing("\"id\": \"X\"", with: "\"id\": \"GHSA-xpfp-f569-q3p2\"")
    let ids = try [Self.pipAudit, flipped].map {
      FindingMerge([try result("pip-audit", $0, manifest: "requirements.txt")]).findings.map(\.id)
    }
    #expect(ids[0] == ids[1])
  }

  @Test func `reports twice or in any order give the same bytes`() throws {
    let results = try all()
    let expected = try bytes(results)
    #expect(try bytes(results + results) == expected)
    for turn in results.indices {
      var turned = Array(results[turn...] + results[..<turn])
      #expect(try bytes(turned) == expected)
      turned.reverse()
      for index in turned.indices { turned[index].findings.reverse() }
      #expect(try bytes(turned) == expected)
    }
  }

  @Test func `trap: gitleaks' order varies from run to run and changes nothing`() throws {
    let leak = { (line: Int) in
      """
      {"RuleID": "r", "Description": "d", "StartLine": \(line), "Match": "", "File": "a.py",
       "Secret": "REDACTED", "Commit": "c\(line)"}
      """
    }
    let texts = [[1, 2, 3], [3, 1, 2]].map { "[\($0.map(leak).joined(separator: ","))]" }
    let results = try texts.map { try bytes([try result("gitleaks", $0)]) }
    #expect(results[0] == results[1])
  }

  private func bandit(line: Int = 2, weakness: Int = 95) -> String {
    """
    {"errors": [], "generated_at": "x", "metrics": {"_totals": {"loc": 3}, "a.py": {"loc": 3}},
     "results": [{"code": "\(line) eval(x)\\n", "filename": "./src/a.py", "issue_confidence":
      "HIGH", "issue_severity": "MEDIUM", "issue_text": "Use of eval", "line_number": \(line),
      "line_range": [\(line)], "test_id": "B307", "test_name": "blacklist",
      "issue_cwe": {"id": \(weakness)}}]}
    """
  }

  private let semgrep = """
    {"version": "1", "results": [{"check_id": "rules.python.eval", "path": "src/a.py",
      "start": {"line": 2, "col": 1}, "end": {"line": 2}, "extra": {"message": "eval",
      "severity": "ERROR", "lines": "eval(x)", "metadata": {"cwe": ["CWE-95: injection"]}}}],
     "errors": [], "paths": {"scanned": ["src/a.py"]}}
    """

  @Test func `code findings of two tools that agree in file, line and CWE are linked, not merged`()
    throws
  {
    let findings = FindingMerge([
      try result("bandit", bandit()), try result("semgrep", semgrep),
    ]).findings
    #expect(findings.count == 2)
    #expect(findings[0].related == [findings[1].id])
    #expect(findings[1].related == [findings[0].id])
  }

  @Test func `other lines, other weaknesses and one tool alone are not linked`() throws {
    for other in [bandit(line: 3), bandit(weakness: 78)] {
      let results = [try result("bandit", other), try result("semgrep", semgrep)]
      #expect(FindingMerge(results).findings.allSatisfy { $0.related == nil })
    }
    let twice = semgrep.replacing("rules.python.eval", with: "rules.python.exec")
    let results = [try result("semgrep", semgrep), try result("semgrep", twice)]
    #expect(FindingMerge(results).findings.allSatisfy { $0.related == nil })
  }
}
