import FindingModel
import Testing

@testable import ScannerReports

/// The traps of trivy, semgrep and of the tools that are only imported.
struct TrivySemgrepTests {
  private func read(
    _ tool: String, _ text: String, _ context: ReportContext = ReportContext()
  ) throws -> ToolReading {
    try #require(AdapterCatalog.adapter(named: tool)).read(Array(text.utf8), context)
  }

  private func trivy(_ results: String, artifact: String = "filesystem") -> String {
    """
    {"SchemaVersion": 2, "ArtifactName": "shop:1.2", "ArtifactType": "\(artifact)",
     "Results": [\(results)]}
    """
  }

  @Test(arguments: [
    "{\"SchemaVersion\": 2, \"ArtifactName\": \".\"}",
    "{\"SchemaVersion\": 2, \"ArtifactName\": \".\", \"Results\": null}", "null", "{}", "[]",
  ])
  func `trap: no findings in every shape is clean, and proves nothing alone`(_ text: String) throws
  {
    let reading = try read("trivy", text)
    #expect(reading.outcome == .clean && reading.looked == .unknown)
    #expect(try read("trivy", text, ReportContext(exitCode: 0)).looked == .yes)
    #expect(try read("trivy", text, ReportContext(exitCode: 1)).outcome == .broken)
    #expect(try read("trivy", text, ReportContext(exitCode: 10)).outcome == .broken)
  }

  @Test func `trap: an unknown schema version and the usage text are broken`() throws {
    let text = trivy("").replacing("Version\": 2", with: "Version\": 3")
    #expect(try read("trivy", text).problems.first?.contains("schema version 3") == true)
    #expect(try read("trivy", "Usage: trivy fs [flags]").outcome == .broken)
  }

  @Test(arguments: [
    (#"{"ID": "DS002", "AVDID": "AVD-DS-0002"}"#, "DS-0002"), (#"{"ID": "DS-0002"}"#, "DS-0002"),
    (#"{"ID": "KSV116"}"#, "KSV-0116"), (#"{"ID": "N/A"}"#, "N/A"), (#"{}"#, "unknown"),
  ])
  func `trap: renamed rules keep their identity`(_ record: String, _ rule: String) throws {
    let result = """
      {"Target": "Dockerfile", "Class": "config", "Type": "dockerfile",
       "Misconfigurations": [\(record)]}
      """
    #expect(try read("trivy", trivy(result)).findings.first?.ruleID == rule)
  }

  @Test func `trap: an image's scope is without tag and system`() throws {
    let result = """
      {"Target": "reg:5000/shop:1.2 (debian 12.1)", "Class": "os-pkgs", "Type": "debian",
       "Vulnerabilities": [{"VulnerabilityID": "CVE-2021-1", "PkgName": "apt", "Severity": "LOW",
         "PkgIdentifier": {"PURL": "pkg:deb/debian/apt@1.8?arch=amd64&distro=debian-12"}}]}
      """
    let finding = try #require(
      try read("trivy", trivy(result, artifact: "container_image")).findings.first)
    #expect(finding.id == "sg1:dep:CVE-2021-1:pkg:deb/debian/apt:reg:5000/shop")
    #expect(finding.category == .container)
    #expect(finding.locations.first?.image == "reg:5000/shop:1.2")
  }

  @Test func `trap: UNKNOWN and missing severities have no source`() throws {
    let result = """
      {"Target": "go.mod", "Class": "lang-pkgs", "Type": "gomod", "Vulnerabilities": [
        {"VulnerabilityID": "A", "PkgName": "x", "Severity": "UNKNOWN"}, {"PkgName": "y"}]}
      """
    let findings = try read("trivy", trivy(result)).findings
    #expect(findings.map(\.severity) == [.info, .info])
    #expect(findings.allSatisfy { $0.severitySource == .none })
  }

  @Test func `passed and modified records are suppressed`() throws {
    let result = """
      {"Target": "a", "Misconfigurations": [{"ID": "DS-0002", "Status": "PASS"}],
       "ExperimentalModifiedFindings": [{"Type": "vulnerability", "Status": "not_affected",
         "Statement": "no", "Finding": {"VulnerabilityID": "CVE-1-1", "PkgName": "x"}}]}
      """
    let reading = try read("trivy", trivy(result))
    #expect(reading.outcome == .clean)
    #expect(reading.findings.map(\.suppressed) == [true, true])
  }

  @Test func `lists of a cluster keep their own targets`() throws {
    let list = { (name: String, target: String) in
      """
      "\(name)": [{"Kind": "Deployment", "Results": [{"Target": "\(target)", "Class": "config",
        "Type": "kubernetes", "Misconfigurations": [{"ID": "KSV-0001", "Severity": "LOW"}]}]}]
      """
    }
    let text =
      "{\"ClusterName\": \"c\", \(list("Vulnerabilities", "one")), \(list("Misconfigurations", "two"))}"
    let paths = try read("trivy", text).findings.compactMap { $0.locations.first?.path }
    #expect(paths.sorted() == ["one", "two"])
  }

  // MARK: semgrep

  private func semgrep(_ results: String, errors: String = "", version: String = "1") -> String {
    """
    {"version": "1.100.0", "results": [\(results)], "errors": [\(errors)],
     "paths": {"scanned": ["a.py"]}}
    """
  }

  private func result(_ check: String = "cfg.sub.demo.eval", lines: String = "requires login")
    -> String
  {
    """
    {"check_id": "\(check)", "path": "a.py", "start": {"line": 2, "col": 1}, "end": {"line": 2},
     "extra": {"message": "Do not. Really.", "severity": "ERROR", "lines": "\(lines)",
       "fingerprint": "requires login", "metadata": {"cwe": "CWE-78: long", "confidence": "LOW"}}}
    """
  }

  @Test func `trap: 'requires login' is no source text; the source is read instead`() throws {
    let context = ReportContext(source: { _ in Array("x\n  eval(y)\n".utf8) })
    let read1 = try read("semgrep", semgrep(result()), context)
    let read2 = try read("semgrep", semgrep(result(lines: "eval(y)")))
    #expect(read1.findings.first?.basis == read2.findings.first?.basis)
    let blind = try read("semgrep", semgrep(result()))
    #expect(
      blind.findings.first?.basis
        == .code(rule: "semgrep:demo.eval", path: "a.py", snippet: nil))
  }

  @Test func `trap: moving the rules' folder does not rename a finding`() throws {
    let ids = try ["cfg.sub.demo.eval", "demo.eval"].map {
      try read("semgrep", semgrep(result($0, lines: "eval(y)"))).findings.first?.id
    }
    #expect(ids[0] == ids[1])
  }

  @Test func `trap: errors decide by level, their type may be an array`() throws {
    let error = { (level: String) in
      #"{"level": "\#(level)", "type": ["PartialParsing", [1]], "message": "m", "path": "b.py"}"#
    }
    #expect(try read("semgrep", semgrep("", errors: error("error"))).outcome == .broken)
    let partial = try read("semgrep", semgrep(result(), errors: error("warn")))
    #expect(partial.outcome == .partial)
    #expect(partial.problems == ["semgrep: PartialParsing in b.py: m"])
    #expect(try read("semgrep", semgrep("", errors: error("info"))).outcome == .clean)
  }

  @Test(arguments: [2, 3, 4, 5, 7, 8, 13, 14])
  func `exit codes of a failed semgrep are broken`(_ code: Int) throws {
    #expect(try read("semgrep", semgrep(""), ReportContext(exitCode: code)).outcome == .broken)
  }

  // MARK: imported only

  @Test(arguments: [
    ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8),
    ("CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", 10.0),
    ("CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N", 3.7),
    ("CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H", 7.2),
    ("AV:N/AC:L/Au:N/C:N/I:P/A:N", 5.0), ("AV:N/AC:M/Au:N/C:C/I:C/A:C", 9.3),
    ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", 0.0),
  ])
  func `published vectors give their published scores`(_ vector: String, _ score: Double) {
    #expect(CVSSVector.score(vector) == score)
  }

  @Test(arguments: ["", "CVSS:3.1/AV:N", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N", "AV:Q/Au:N", "x"])
  func `other vectors give no score`(_ vector: String) {
    #expect(CVSSVector.score(vector) == nil)
  }

  @Test func `a VEX that says not affected suppresses`() throws {
    let text = """
      {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [{"bom-ref": "r",
        "name": "a", "purl": "pkg:npm/a@1"}], "vulnerabilities": [{"id": "CVE-2021-1",
        "analysis": {"state": "not_affected", "justification": "code_not_reachable"},
        "affects": [{"ref": "urn:cdx:1/1#r"}]}]}
      """
    let reading = try read("cyclonedx", text)
    #expect(reading.outcome == .clean)
    #expect(reading.findings.first?.suppressionReason == "not_affected: code_not_reachable")
    let old = text.replacing("\"1.5\"", with: "\"1.2\"")
    #expect(try read("cyclonedx", old).outcome == .broken)
    let none = #"{"bomFormat": "CycloneDX", "specVersion": "1.5", "components": []}"#
    #expect(try read("cyclonedx", none).outcome == .broken)
  }

  @Test(arguments: [
    ("pkg:npm/%40a/b@1.0", "pkg:npm/%40a/b"), ("pkg:npm/@a/b@1", "pkg:npm/%40a/b"),
    ("pkg:pypi/Django_X@2?x=1#y", "pkg:pypi/django-x"), ("pkg:maven/g/a@1", "pkg:maven/g/a"),
    ("pkg:golang/github.com/a/b@v1", "pkg:golang/github.com/a/b"),
  ])
  func `package URLs lose their version and nothing else`(_ purl: String, _ expected: String) {
    #expect(PackageURL.withoutVersion(purl) == expected)
  }

  @Test func `what checkov could not parse is partial`() throws {
    let text = """
      {"check_type": "terraform", "results": {"failed_checks": [], "skipped_checks": [],
        "parsing_errors": ["/a.tf"]}, "summary": {"passed": 1}}
      """
    #expect(try read("checkov", text).outcome == .partial)
    let nothing = #"{"passed": 0, "failed": 0, "resource_count": 0, "checkov_version": "3"}"#
    #expect(try read("checkov", nothing).outcome == .broken)
  }
}
