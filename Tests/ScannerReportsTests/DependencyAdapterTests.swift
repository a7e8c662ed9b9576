import FindingModel
import Testing

@testable import ScannerReports

/// The traps of safety, pip-audit and npm audit.
struct DependencyAdapterTests {
  private func read(
    _ tool: String, _ text: String, exitCode: Int? = nil, manifest: String? = nil
  ) throws -> ToolReading {
    let adapter = try #require(AdapterCatalog.adapter(named: tool))
    return adapter.read(
      Array(text.utf8), ReportContext(exitCode: exitCode, manifest: manifest))
  }

  // MARK: safety

  private func safety(_ entry: String, ignored: String = "", packages: Int = 1) -> String {
    """
    {"report_meta": {"scan_target": "files", "scanned": ["req.txt"], "packages_found": \(packages)},
     "vulnerabilities": [\(entry)], "ignored_vulnerabilities": [\(ignored)]}
    """
  }

  private let entry = """
    {"vulnerability_id": "44", "package_name": "Jinja_2", "analyzed_version": "2.0",
     "advisory": "two flaws, CVE-2019-8341 and CVE-2016-10745", "ignored": {}, "severity": null,
     "fixed_versions": [""], "CVE": null}
    """

  @Test func `trap: banners around safety's JSON are ignored`() throws {
    let banner = "\n\n+=====+\n\nDEPRECATED: `check` [see docs] {x}\n+=====+\n"
    let reading = try read("safety", banner + safety(entry) + banner, exitCode: 64)
    #expect(reading.outcome == .findings)
    #expect(reading.findings.count == 1)
    #expect(try read("safety", banner, exitCode: 68).outcome == .broken)
  }

  @Test func `trap: one advisory text names several CVEs`() throws {
    let finding = try #require(try read("safety", safety(entry)).findings.first)
    #expect(finding.identifiers == ["CVE-2016-10745", "CVE-2019-8341", "SAFETY-44"])
    #expect(finding.package?.purl == "pkg:pypi/jinja-2")
    #expect(finding.package?.fixedIn == [])
    #expect(finding.severity == .medium && finding.severitySource == .none)
  }

  @Test func `trap: an empty object for ignored means that it is not ignored`() throws {
    #expect(try read("safety", safety(entry)).findings.first?.suppressed == nil)
    let ignored = entry.replacing("\"ignored\": {}", with: "\"ignored\": {\"reason\": \"x\"}")
    #expect(try read("safety", safety(ignored)).findings.first?.suppressed == true)
    let listed = try read("safety", safety("", ignored: entry), exitCode: 0)
    #expect(listed.outcome == .clean)
    #expect(listed.findings.first?.suppressed == true)
  }

  @Test func `trap: safety scan exits with 0 although it found something`() throws {
    let scan = """
      {"meta": {"schema_version": "3.0"}, "scan_results": {"projects": [{"files": [{"location":
       "requirements.txt", "results": {"dependencies": [{"name": "django", "specifications": [
       {"raw": "django==2.2.1 ; python_version > '3'", "vulnerabilities": {
         "known_vulnerabilities": [{"id": "40637", "ignored": null}],
         "remediation": {"recommended": "2.2.18"}}}]}]}}]}]}}
      """
    let reading = try read("safety", scan, exitCode: 0)
    #expect(reading.outcome == .findings)
    let finding = try #require(reading.findings.first)
    #expect(finding.package?.installed == "2.2.1")
    #expect(finding.package?.fixedIn == ["2.2.18"])
    #expect(finding.id == "sg1:dep:SAFETY-40637:pkg:pypi/django:requirements.txt")
    let newer = scan.replacing("\"3.0\"", with: "\"4.0\"")
    #expect(try read("safety", newer).outcome == .broken)
  }

  @Test func `trap: unpinned requirements leave nothing to check`() throws {
    #expect(try read("safety", safety("", packages: 0), exitCode: 0).outcome == .partial)
  }

  @Test func `the severity of a CVSS score and of a label`() throws {
    let scored = entry.replacing(
      "\"severity\": null",
      with: "\"severity\": {\"cvssv2\": {\"base_score\": 1}, \"cvssv3\": {\"base_score\": \"7.5\"}}"
    )
    let finding = try #require(try read("safety", safety(scored)).findings.first)
    #expect(finding.severity == .high && finding.severitySource == .cvss)
    #expect(finding.cvss?.score == 7.5)
    let label = entry.replacing("\"severity\": null", with: "\"severity\": \"critical\"")
    #expect(try read("safety", safety(label)).findings.first?.severity == .critical)
  }

  @Test(arguments: [1, 65, 66, 67, 68, 69, 70, 71, 72, 99])
  func `exit codes of a failed safety are broken`(_ code: Int) throws {
    #expect(try read("safety", safety(entry), exitCode: code).outcome == .broken)
  }

  // MARK: pip-audit

  @Test func `trap: pip-audit skips everything when the index is down and exits with 0`() throws {
    let skipped = "{\"name\": \"a\", \"skip_reason\": \"not found on PyPI\"}"
    let all = "{\"dependencies\": [\(skipped)], \"fixes\": []}"
    #expect(try read("pip-audit", all, exitCode: 0).outcome == .broken)
    let some =
      "{\"dependencies\": [\(skipped), {\"name\": \"b\", \"version\": \"1\", \"vulns\": []}]}"
    let reading = try read("pip-audit", some, exitCode: 0)
    #expect(reading.outcome == .partial)
    #expect(reading.skipped == ["a: not found on PyPI"])
  }

  @Test func `trap: exit code 1 of pip-audit is findings or an error`() throws {
    let clean = "{\"dependencies\": [{\"name\": \"b\", \"version\": \"1\", \"vulns\": []}]}"
    #expect(try read("pip-audit", clean, exitCode: 0).outcome == .clean)
    #expect(try read("pip-audit", clean, exitCode: 1).outcome == .broken)
    #expect(try read("pip-audit", "", exitCode: 1).outcome == .broken)
  }

  @Test func `aliases and manifest become the identity`() throws {
    let report = """
      [{"name": "Django", "version": "2", "vulns": [{"id": "PYSEC-2021-109", "aliases":
        ["GHSA-XPFP-F569-Q3P2", "CVE-2021-35042"], "fix_versions": ["3.1.13", "2.2.24"]}]}]
      """
    let finding = try #require(
      try read("pip-audit", report, manifest: "./api/requirements.txt").findings.first)
    #expect(finding.id == "sg1:dep:CVE-2021-35042:pkg:pypi/django:api/requirements.txt")
    #expect(
      finding.identifiers == ["CVE-2021-35042", "GHSA-xpfp-f569-q3p2", "PYSEC-2021-109"])
    #expect(finding.basis == .dependency(scope: "api/requirements.txt"))
    #expect(finding.package?.fixedIn == ["2.2.24", "3.1.13"])
    #expect(finding.severity == .medium && finding.severitySource == .none)
  }

  @Test func `trap: the same id twice for one package is two records of one identity`() throws {
    let vulnerability = "{\"id\": \"PYSEC-1-1\", \"aliases\": [\"CVE-2020-1\"]}"
    let report =
      "[{\"name\": \"a\", \"version\": \"1\", \"vulns\": [\(vulnerability), \(vulnerability)]}]"
    let reading = try read("pip-audit", report)
    #expect(reading.findings.count == 2)
    #expect(Set(reading.findings.map(\.id)).count == 1)
  }

  // MARK: npm

  private let via = """
    {"source": 7, "name": "@a/b", "title": "T", "severity": "high", "range": "<2",
     "url": "https://github.com/advisories/GHSA-35jh-r3h4-6jhm", "cwe": ["CWE-77"],
     "cvss": {"score": 0, "vectorString": null}}
    """

  private func npm(_ packages: String) -> String {
    """
    {"auditReportVersion": 2, "vulnerabilities": {\(packages)},
     "metadata": {"dependencies": {"total": 3}}}
    """
  }

  @Test func `trap: an all-zero report cannot prove that npm looked`() throws {
    let zero = try read("npm-audit", npm(""))
    #expect(zero.outcome == .clean && zero.looked == .unknown)
    #expect(try read("npm-audit", npm(""), exitCode: 0).looked == .yes)
    #expect(try read("npm-audit", npm(""), exitCode: 1).outcome == .broken)
  }

  @Test(arguments: [
    #"{"error": {"code": "ENOLOCK", "summary": "no lock"}}"#,
    #"{"message": "request failed", "error": {"summary": "", "detail": ""}}"#,
    #"{"message": "503", "statusCode": 503, "body": {}}"#,
  ])
  func `trap: an error object is broken`(_ text: String) throws {
    let reading = try read("npm-audit", text, exitCode: 1)
    #expect(reading.outcome == .broken)
    #expect(reading.problems.contains { $0.hasPrefix("npm failed") })
  }

  @Test func `trap: an advisory counts once however many packages it reaches`() throws {
    let packages = """
      "@a/b": {"severity": "critical", "via": [\(via)], "effects": ["c"], "fixAvailable": false},
      "c": {"severity": "critical", "via": ["@a/b"]}, "d": {"via": [\(via)]}
      """
    let reading = try read("npm-audit", npm(packages))
    #expect(reading.findings.count == 1)
    let finding = try #require(reading.findings.first)
    #expect(finding.severity == .high, "the advisory's own severity, not the package's")
    #expect(finding.cvss == nil, "a score of 0 is unknown, not harmless")
    #expect(finding.package?.purl == "pkg:npm/%40a/b")
    #expect(finding.ruleID == "GHSA-35jh-r3h4-6jhm", "the source number changes")
  }

  @Test func `trap: packages that are only affected through others say so`() throws {
    #expect(try read("npm-audit", npm("\"c\": {\"via\": [\"b\"]}")).outcome == .partial)
  }

  @Test(arguments: [
    ("\"CWE-94\"", ["CWE-94"]), ("null", []), ("[\"CWE-1\", \"CWE-2\"]", ["CWE-1", "CWE-2"]),
    ("\"[\\\"CWE-3\\\"]\"", ["CWE-3"]), ("94", ["CWE-94"]), ("\"-1\"", []), ("\"0\"", []),
    ("\"CWE-78: long (79) text\"", ["CWE-78"]), ("{\"id\": \"CWE-5\"}", ["CWE-5"]),
  ])
  func `weaknesses in every shape`(_ json: String, _ expected: [String]) throws {
    let report = """
      {"advisories": {"1": {"module_name": "x", "severity": "low", "cwe": \(json), "id": 1}},
       "metadata": {"totalDependencies": 2}}
      """
    let finding = try #require(try read("npm-audit", report).findings.first)
    #expect(finding.identifiers.filter { $0.hasPrefix("CWE") } == expected)
  }

  @Test func `an unknown report version is broken by name`() throws {
    let reading = try read(
      "npm-audit", npm("").replacing("Version\": 2", with: "Version\": 3"))
    #expect(reading.outcome == .broken)
    #expect(reading.problems.first?.contains("version 3 is not known") == true)
  }

  @Test func `yarn 1 prints lines, one for each path`() throws {
    let advisory = """
      {"type":"auditAdvisory","data":{"advisory":{"id":1,"module_name":"x","severity":"high"}}}
      """
    let summary = #"{"type":"auditSummary","data":{"totalDependencies":9}}"#
    let reading = try read("npm-audit", [advisory, advisory, summary].joined(separator: "\n"))
    #expect(reading.outcome == .findings && reading.findings.count == 1)
    #expect(try read("npm-audit", advisory + "\n" + advisory).outcome == .partial)
    let none = #"{"type":"info","data":"No lockfile found."}"# + "\n" + summary
    #expect(try read("npm-audit", none).outcome == .broken)
  }

  @Test func `yarn 4 prints lines of its own`() throws {
    let line = """
      {"value":"x","children":{"ID":1,"Issue":"bad","URL":"https://github.com/advisories/GHSA-35jh-r3h4-6jhm","Severity":"moderate","Tree Versions":["1.0"]}}
      """
    let reading = try read("npm-audit", line)
    #expect(reading.findings.first?.severity == .medium)
    #expect(reading.findings.first?.package?.installed == "1.0")
  }
}
