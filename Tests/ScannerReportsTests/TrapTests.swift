import FindingModel
import Testing

@testable import ScannerReports

/// Traps of the formats that no other suite is about, each by its name.
struct TrapTests {
  private func read(
    _ tool: String, _ text: String, _ context: ReportContext = ReportContext()
  ) throws -> ToolReading {
    try #require(AdapterCatalog.adapter(named: tool)).read(Array(text.utf8), context)
  }

  // MARK: severities

  @Test(arguments: [
    (0.0, Severity.info), (0.1, .low), (3.9, .low), (4.0, .medium), (6.9, .medium), (7.0, .high),
    (8.9, .high), (9.0, .critical), (10.0, .critical),
  ])
  func `the bounds of CVSS scores`(_ score: Double, _ severity: Severity) {
    #expect(Rating.score(score).severity == severity)
  }

  @Test(arguments: ["CRITICAL", "critical", "Critical", " critical "])
  func `trap: labels compare without regard to case`(_ label: String) {
    #expect(SeverityLabels.usual.rating(label).severity == .critical)
  }

  // MARK: safety

  @Test func `trap: safety 2.3.5 prints nothing at all and exits with 0 or 1`() throws {
    for code in [0, 1] {
      #expect(try read("safety", "", ReportContext(exitCode: code)).outcome == .broken)
    }
  }

  @Test func `trap: safety 1 exits with 255 over its rows, which may hold scores`() throws {
    let row = #"["django", "<2.2.3", "2.2.1", "see CVE-2019-12781", "37261", null, "5.3"]"#
    let reading = try read("safety", "[\(row)]", ReportContext(exitCode: 255))
    #expect(reading.outcome == .findings)
    #expect(reading.findings.first?.severity == .medium)
    #expect(reading.findings.first?.severitySource == .cvss)
    #expect(reading.findings.first?.identifiers == ["CVE-2019-12781", "SAFETY-37261"])
    #expect(try read("safety", "[]", ReportContext(exitCode: 255)).outcome == .broken)
  }

  @Test func `trap: recommended versions stand in two places`() throws {
    for remediation in [
      #"{"recommended_version": "2.2.28"}"#,
      #"{"requirements": {"django==2.2.1": {"recommended_version": "2.2.28"}}}"#,
    ] {
      let text = """
        {"report_meta": {"scan_target": "files", "packages_found": 1}, "remediations":
         {"django": \(remediation)}, "vulnerabilities": [{"vulnerability_id": "1",
          "package_name": "django", "fixed_versions": [""], "advisory": "x"}]}
        """
      #expect(try read("safety", text).findings.first?.package?.fixedIn == ["2.2.28"])
    }
  }

  // MARK: bandit

  @Test func `trap: line_range and the link to the documentation change between versions`() throws {
    let report = { (range: String, version: String) in
      """
      {"errors": [], "generated_at": "x", "metrics": {"_totals": {"loc": 3}, "a.py": {"loc": 3}},
       "results": [{"code": "1 a\\n2 run(x,\\n3     y)\\n", "filename": "a.py", "issue_confidence":
        "HIGH", "issue_severity": "LOW", "issue_text": "t", "line_number": 2, "line_range": \(range),
        "col_offset": -1, "test_id": "B602", "test_name": "n",
        "more_info": "https://bandit.readthedocs.io/en/\(version)/x.html"}]}
      """
    }
    let old = try #require(try read("bandit", report("[2]", "1.7.0")).findings.first)
    let new = try #require(try read("bandit", report("[2, 3]", "1.8.6")).findings.first)
    #expect(old.id == new.id)
    #expect(old.locations.first?.column == nil, "-1 is unknown")
  }

  // MARK: npm

  @Test func `trap: the number of an advisory changes when it is published again`() throws {
    let report = { (source: Int) in
      """
      {"auditReportVersion": 2, "vulnerabilities": {"x": {"via": [{"source": \(source), "name": "x",
       "title": "T", "url": "https://github.com/advisories/GHSA-35jh-r3h4-6jhm"}]}}}
      """
    }
    let ids = try [1, 2].map { try read("npm-audit", report($0)).findings.map(\.id) }
    #expect(ids[0] == ids[1])
    #expect(try read("npm-audit", report(1)).findings.first?.severitySource == SeveritySource.none)
  }

  @Test func `trap: without a GHSA the source number names the advisory`() throws {
    let text = """
      {"auditReportVersion": 2, "vulnerabilities": {"x": {"via": [{"source": 118, "name": "x",
       "title": "T", "severity": "high", "url": "https://npmjs.com/advisories/118"}]}}}
      """
    let finding = try #require(try read("npm-audit", text).findings.first)
    #expect(finding.ruleID == "NPM-118")
    #expect(finding.cvss == nil && finding.identifiers == ["NPM-118"], "no cwe, no cvss: quick")
  }

  // MARK: semgrep

  @Test func `trap: ignored results are suppressed, skipped files are listed`() throws {
    let text = """
      {"version": "1", "results": [{"check_id": "r", "path": "a.py", "start": {"line": 1},
        "end": {"line": 1}, "extra": {"message": "m", "severity": "INFO", "lines": "x",
        "is_ignored": true, "metadata": {}}}], "errors": [], "paths": {"scanned": ["a.py"],
        "skipped": [{"path": "big.js", "reason": "exceeded_size_limit"}]}}
      """
    let reading = try read("semgrep", text)
    #expect(reading.outcome == .clean && reading.findings.first?.suppressed == true)
    #expect(reading.skipped == ["big.js: exceeded_size_limit"])
  }

  @Test func `trap: a fatal semgrep still prints JSON, with an error in it`() throws {
    let text = """
      {"version": "1", "results": [], "paths": {"scanned": []}, "errors": [{"code": 2,
        "level": "error", "type": "Rule parse error", "message": "bad pattern"}]}
      """
    for code in [nil, 0, 2] {
      #expect(try read("semgrep", text, ReportContext(exitCode: code)).outcome == .broken)
    }
  }

  @Test func `trap: the two lists of semgrep's cloud are other shapes`() throws {
    let code = """
      {"findings": [{"rule_name": "a.b.eval", "rule_message": "Do not.", "severity": "high",
        "confidence": "low", "status": "open", "location": {"file_path": "a.py", "line": 3}},
        {"rule_name": "a.b.eval", "severity": "medium", "status": "muted",
         "location": {"file_path": "b.py", "line": 3}}]}
      """
    let reading = try read("semgrep", code)
    #expect(reading.findings.map(\.severity) == [.high, .medium])
    #expect(reading.findings.map { $0.suppressed == true } == [false, true])
    let supply = """
      {"vulns": [{"title": "Bad", "advisory": {"ruleId": "ssc-1", "ecosystem": "npm",
        "severity": "CRITICAL", "references": {"cveIds": ["CVE-2021-1"], "cweIds": ["CWE-79"]}},
        "matchedDependency": {"name": "lodash", "versionSpecifier": "4.17.20"}}], "hasMore": true}
      """
    let listed = try read("semgrep", supply)
    #expect(listed.outcome == .partial, "the list goes on")
    #expect(listed.findings.first?.id == "sg1:dep:CVE-2021-1:pkg:npm/lodash:unknown")
  }

  // MARK: trivy

  private func trivy(_ results: String) -> String {
    "{\"SchemaVersion\": 2, \"ArtifactName\": \".\", \"Results\": [\(results)]}"
  }

  @Test func `trap: trivy exits with 0 although it found something, or with the chosen code`()
    throws
  {
    let text = trivy(
      #"{"Target": "a", "Vulnerabilities": [{"VulnerabilityID": "CVE-1-1", "PkgName": "x"}]}"#)
    for code in [0, 10] {
      #expect(try read("trivy", text, ReportContext(exitCode: code)).outcome == .findings)
    }
    #expect(try read("trivy", text, ReportContext(exitCode: 1)).outcome == .broken)
  }

  @Test func `trap: one CVE and package in two targets is two findings`() throws {
    let target = { (name: String) in
      """
      {"Target": "\(name)", "Class": "lang-pkgs", "Type": "npm", "Vulnerabilities": [
       {"VulnerabilityID": "CVE-2021-1", "PkgName": "x", "Severity": "LOW"}]}
      """
    }
    let text = trivy(target("a/package-lock.json") + "," + target("b/package-lock.json"))
    #expect(Set(try read("trivy", text).findings.map(\.id)).count == 2)
  }

  @Test func `trap: the score is that of the severity's source, version 4 first`() throws {
    let text = trivy(
      """
      {"Target": "a", "Vulnerabilities": [{"VulnerabilityID": "CVE-1-1", "PkgName": "x",
       "Severity": "LOW", "SeveritySource": "debian", "CVSS": {"nvd": {"V3Score": 9.8},
       "debian": {"V2Score": 2.1, "V3Score": 3.3, "V40Score": 2.0, "V40Vector": "CVSS:4.0/AV:N"}}},
       {"VulnerabilityID": "CVE-1-2", "PkgName": "x", "Severity": "LOW",
        "CVSS": {"ghsa": {"V3Score": 1.0}, "nvd": {"V3Score": 5.5}}}]}
      """)
    let findings = try read("trivy", text).findings
    #expect(findings.map { $0.cvss?.score } == [2.0, 5.5])
    #expect(findings.map(\.severity) == [.low, .low], "the vendor's label, not the score")
  }

  @Test func `trap: escape sequences of highlighted code and secrets' lines are not kept`() throws {
    let text = trivy(
      """
      {"Target": "Dockerfile", "Class": "config", "Type": "dockerfile", "Misconfigurations": [
       {"ID": "DS-0002", "Severity": "HIGH", "CauseMetadata": {"Code": {"Lines": [{"Content":
        "USER root", "IsCause": true, "Highlighted": "\\u001b[38;5;64mUSER\\u001b[0m root"}]}}}]},
      {"Target": "env", "Class": "secret", "Secrets": [{"RuleID": "r", "Severity": "HIGH",
        "StartLine": 2, "Match": "password=hunter2hunter2"}]},
      {"Target": "x", "Class": "license", "Licenses": [{"Name": "GPL-3.0", "PkgName": "p",
        "Severity": "HIGH"}]}
      """)
    let reading = try read("trivy", text)
    #expect(reading.findings.count == 3)
    #expect(!"\(reading)".contains("38;5;64"))
    #expect(!"\(reading)".contains("hunter2"))
    #expect(reading.findings[1].basis == .redacted)
    #expect(reading.findings[2].title == "License GPL-3.0 of p")
  }

  // MARK: ZAP and Burp

  @Test func `trap: one plugin twice on a site is told apart by its alert's reference`() throws {
    let alert = { (reference: String) in
      """
      {"pluginid": "10038", "alertRef": "\(reference)", "name": "CSP", "riskcode": "2",
       "confidence": "3", "count": "40", "instances": [{"uri": "https://h/", "method": "GET"}]}
      """
    }
    let text = """
      {"@version": "2.16", "insights": [{}], "sequences": [], "site": [{"@name": "https://h",
       "alerts": [\(alert("10038-1")), \(alert("10038-2"))]}]}
      """
    let reading = try read("zap", text)
    #expect(Set(reading.findings.map(\.id)).count == 2)
    #expect(reading.findings.allSatisfy { $0.count == 1 }, "counted are places, not `count`")
  }

  @Test func `trap: a node's name is the best template of a path`() throws {
    let text = { (uri: String) in
      """
      {"@version": "2.16", "site": [{"@name": "https://h", "alerts": [{"pluginid": "1",
       "name": "X", "riskcode": "1", "instances": [{"uri": "\(uri)", "method": "GET",
       "nodeName": "https://h/shop (id,page)", "param": "id"}]}]}]}
      """
    }
    let ids = try ["https://h/shop?id=1", "https://h/shop?id=2&page=3"].map {
      try read("zap", text($0)).findings.map(\.id)
    }
    #expect(ids[0] == ids[1])
  }

  @Test func `trap: several Burp issues of one type are several, a new serial number is the same`()
    throws
  {
    let issue = { (serial: Int, path: String) in
      """
      <issue><serialNumber>\(serial)</serialNumber><type>7</type><name>X</name><host>http://h</host>
      <path>\(path)</path><severity>Low</severity><requestresponse><response base64="true">\(
        String(repeating: "QUFB", count: 1 << 19))</response></requestresponse></issue>
      """
    }
    let report = { (issues: String) in
      "<?xml version=\"1.1\"?><issues burpVersion=\"2023\">\(issues)</issues>"
    }
    let two = try read("burp", report(issue(1, "/a") + issue(2, "/b")))
    #expect(Set(two.findings.map(\.id)).count == 2)
    let again = try read("burp", report(issue(8, "/a") + issue(9, "/b")))
    #expect(again.findings.map(\.id) == two.findings.map(\.id))
  }

  // MARK: secrets

  private func hog(_ extra: String) -> String {
    "{\"DetectorName\":\"AWS\",\"Raw\":\"Zk29dLq8Vw71xPnT4c\",\(extra)}"
  }

  @Test func `trap: the same secret by commit, decoder and verification is one identity`() throws {
    let lines = [
      #""SourceMetadata":{"Data":{"Git":{"file":"a","commit":"c1"}}},"DecoderName":"PLAIN""#,
      #""SourceMetadata":{"Data":{"Git":{"file":"a","commit":"c2"}}},"DecoderName":"BASE64""#,
      #""SourceMetadata":{"Data":{"Git":{"file":"a"}}},"DecoderName":"PLAIN","Verified":true"#,
    ].map(hog).joined(separator: "\n")
    let findings = try read("trufflehog", lines).findings
    #expect(findings.count == 3)
    #expect(Set(findings.map(\.id)).count == 1)
  }

  @Test func `trap: the single key of the metadata names the source`() throws {
    let lines = [
      #""SourceMetadata":{"Data":{"S3":{"bucket":"b","file":"k/f"}}},"DecoderName":"PLAIN""#,
      #""SourceMetadata":{"Data":{"Docker":{"image":"i:1","layer":"l","file":"/e"}}},"DecoderName":"PLAIN""#,
      #""SourceMetadata":{"Data":{"Slack":{"link":"https://u:p@s/x?t=1"}}},"DecoderName":"PLAIN""#,
    ].map(hog).joined(separator: "\n")
    let places = try read("trufflehog", lines).findings.map { $0.locations.first }
    #expect(places[0]?.path == "b/k/f")
    #expect(places[1]?.image == "i:1" && places[1]?.layer == "l")
    #expect(places[2]?.url == "https://s/x")
  }

  @Test func `trap: a secret over several lines leaves no line of itself`() throws {
    let body = (0..<6).map { "line\($0)Zk29dLq8Vw71xPnT4c" }
    let text = """
      [{"RuleID": "r", "Description": "has \(body[2])", "StartLine": 1, "EndLine": 6, "File": "f",
        "Match": "x", "Secret": "\(body.joined(separator: "\\n"))", "Tags": []}]
      """
    let reading = try read("gitleaks", text)
    #expect(reading.findings.count == 1)
    for line in body { #expect(!"\(reading)".contains(line.dropFirst(5))) }
  }

  // MARK: SARIF

  private func sarif(_ result: String, tool: String = "demo", run: String = "") -> String {
    """
    {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "\(tool)"}}\(run),
     "results": [\(result)]}]}
    """
  }

  @Test func `trap: links in messages are shown as their words, trivy's HTML as text`() throws {
    let linked = #"{"ruleId": "r", "message": {"text": "value of [a[0]](1) and [b](2) [c](x)"}}"#
    #expect(
      try read("sarif", sarif(linked)).findings.first?.description
        == "value of [a[0]](1) and b [c](x)")
    let escaped = #"{"ruleId": "r", "message": {"text": "User&#39;s &lt;a&gt;"}}"#
    #expect(
      try read("sarif", sarif(escaped, tool: "Trivy")).findings.first?.description == "User's <a>")
  }

  @Test func `trap: a file by its index, only logical places, no rule id`() throws {
    let artifacts = #", "artifacts": [{"location": {"uri": "src/b.c"}}]"#
    let indexed = """
      {"message": {"text": "m"}, "locations": [{"physicalLocation": {"artifactLocation":
        {"index": 0}}}]}
      """
    let finding = try #require(try read("sarif", sarif(indexed, run: artifacts)).findings.first)
    #expect(finding.locations.first?.path == "src/b.c")
    #expect(finding.ruleID == "unknown")
    let logical = """
      {"ruleId": "r", "message": {"text": "m"}, "locations": [{"logicalLocations":
        [{"fullyQualifiedName": "a.b"}]}]}
      """
    #expect(try read("sarif", sarif(logical)).findings.first?.locations == [])
  }

  @Test(arguments: ["2.1.0-rtm.5", "2.2"])
  func `versions that are 2.1.0 in all but name are read`(_ version: String) throws {
    let text = sarif(#"{"ruleId": "r", "message": {"text": "m"}}"#)
      .replacing("\"2.1.0\"", with: "\"\(version)\"")
    #expect(try read("sarif", text).outcome == .findings)
  }
}
