import Testing

@testable import ScannerReports

/// The smallest real-looking report of each adapter, with one finding; for what holds for all.
enum SmallReports {
  struct Small: Sendable, CustomTestStringConvertible {
    let tool: String
    let text: String
    var testDescription: String { tool }
    var bytes: [UInt8] { Array(text.utf8) }
    func read(_ bytes: [UInt8]? = nil, _ context: ReportContext = ReportContext()) -> ToolReading {
      guard let adapter = AdapterCatalog.adapter(named: tool) else {
        preconditionFailure("no adapter \(tool)")
      }
      return adapter.read(bytes ?? self.bytes, context)
    }
  }

  static let all: [Small] = [
    Small(
      tool: "bandit",
      text: """
        {"errors": [], "generated_at": "2026-01-01T00:00:00Z",
         "metrics": {"_totals": {"loc": 3}, "a.py": {"loc": 3}},
         "results": [{"code": "1 import os\\n2 exec(x)\\n", "filename": "./a.py",
           "issue_confidence": "HIGH", "issue_severity": "MEDIUM", "issue_text": "Use of exec",
           "line_number": 2, "line_range": [2], "col_offset": 0, "test_id": "B102",
           "test_name": "exec_used", "issue_cwe": {"id": 78}}]}
        """),
    Small(
      tool: "pip-audit",
      text: """
        {"dependencies": [{"name": "django", "version": "2.2.1", "vulns": [{"id": "PYSEC-2021-109",
          "fix_versions": ["2.2.24"], "aliases": ["CVE-2021-35042"], "description": "SQL"}]}],
         "fixes": []}
        """),
    Small(
      tool: "safety",
      text: """
        {"report_meta": {"scan_target": "files", "scanned": ["req.txt"], "packages_found": 1,
          "safety_version": "2.3.5"}, "scanned_packages": {}, "ignored_vulnerabilities": [],
         "vulnerabilities": [{"vulnerability_id": "1", "package_name": "django",
          "analyzed_version": "2.2", "advisory": "bad CVE-2021-35042", "ignored": {},
          "severity": {"cvssv3": {"base_score": 9, "base_severity": "CRITICAL"}}}]}
        """),
    Small(
      tool: "npm-audit",
      text: """
        {"auditReportVersion": 2, "vulnerabilities": {"lodash": {"name": "lodash",
          "severity": "critical", "via": [{"source": 11, "name": "lodash", "title": "Injection",
          "url": "https://github.com/advisories/GHSA-35jh-r3h4-6jhm", "severity": "high",
          "cvss": {"score": 7, "vectorString": null}}], "effects": [], "fixAvailable": true}},
         "metadata": {"dependencies": {"total": 4}}}
        """),
    Small(
      tool: "gitleaks",
      text: """
        [{"RuleID": "generic", "Description": "A key", "StartLine": 3, "EndLine": 3,
          "Match": "key = 'REDACTED'", "Secret": "REDACTED", "File": "a.py", "Commit": "",
          "Author": "", "Email": "", "Date": "", "Tags": [], "Fingerprint": "a.py:generic:3"}]
        """),
    Small(
      tool: "trufflehog",
      text: """
        {"SourceMetadata":{"Data":{"Git":{"commit":"c","file":"a","line":4}}},"DetectorName":"AWS","DecoderName":"PLAIN","Verified":false,"Raw":"x1y2z3"}
        """),
    Small(
      tool: "detect-secrets",
      text: """
        {"version": "1.5.0", "plugins_used": [{"name": "AWSKeyDetector"}], "filters_used": [],
         "results": {"a.py": [{"type": "AWS Access Key", "filename": "a.py", "line_number": 1,
          "hashed_secret": "00", "is_verified": false}]}, "generated_at": "2026-01-01T00:00:00Z"}
        """),
    Small(
      tool: "trivy",
      text: """
        {"SchemaVersion": 2, "ArtifactName": ".", "ArtifactType": "filesystem", "Results": [
          {"Target": "requirements.txt", "Class": "lang-pkgs", "Type": "pip", "Vulnerabilities": [
           {"VulnerabilityID": "CVE-2021-35042", "PkgName": "Django", "InstalledVersion": "2.2",
            "FixedVersion": "2.2.24, 3.1.13", "Severity": "CRITICAL", "Title": "SQL"}]}]}
        """),
    Small(
      tool: "semgrep",
      text: """
        {"version": "1.2.3", "results": [{"check_id": "rules.demo.eval", "path": "a.js",
          "start": {"line": 1, "col": 2}, "end": {"line": 1, "col": 9},
          "extra": {"message": "eval", "severity": "ERROR", "lines": "eval(x)", "metadata": {}}}],
         "errors": [], "paths": {"scanned": ["a.js"]}}
        """),
    Small(
      tool: "sarif",
      text: """
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "demo", "rules": [
          {"id": "R1", "name": "Rule"}]}}, "results": [{"ruleId": "R1", "level": "error",
          "message": {"text": "bad"}, "locations": [{"physicalLocation": {
          "artifactLocation": {"uri": "src/a.c"}, "region": {"startLine": 4}}}]}]}]}
        """),
    Small(
      tool: "zap",
      text: """
        {"@programName": "ZAP", "@version": "2.15", "site": [{"@name": "https://h", "alerts": [
          {"pluginid": "40018", "alertRef": "40018-1", "name": "SQL Injection", "riskcode": "3",
           "confidence": "2", "cweid": "89", "instances": [{"uri": "https://h/a?id=1",
           "method": "GET", "param": "id"}]}]}]}
        """),
    Small(
      tool: "burp",
      text: """
        <?xml version="1.0"?><issues burpVersion="2023.1"><issue><type>1049088</type>
        <name>SQL injection</name><host ip="10.0.0.1">http://h</host><path>/a</path>
        <location>/a [id parameter]</location><severity>High</severity>
        <confidence>Firm</confidence></issue></issues>
        """),
    Small(
      tool: "grype",
      text: """
        {"matches": [{"vulnerability": {"id": "CVE-2021-1", "severity": "High", "fix":
          {"versions": ["2"]}}, "artifact": {"name": "a", "version": "1", "type": "npm",
          "purl": "pkg:npm/a@1", "locations": [{"path": "yarn.lock"}]}}],
         "source": {"type": "directory", "target": "."}, "descriptor": {"name": "grype"}}
        """),
    Small(
      tool: "osv-scanner",
      text: """
        {"results": [{"source": {"path": "yarn.lock", "type": "lockfile"}, "packages": [
          {"package": {"name": "a", "version": "1", "ecosystem": "npm"}, "vulnerabilities": [
           {"id": "GHSA-aaaa-bbbb-cccc", "aliases": ["CVE-2021-1"], "summary": "bad",
            "severity": [{"type": "CVSS_V3",
             "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}]}]}]}]}
        """),
    Small(
      tool: "checkov",
      text: """
        {"check_type": "terraform", "results": {"passed_checks": [], "skipped_checks": [],
          "parsing_errors": [], "failed_checks": [{"check_id": "CKV_AWS_1", "check_name": "x",
          "file_path": "/main.tf", "file_line_range": [1, 9], "resource": "aws_s3_bucket.b"}]},
         "summary": {"passed": 3, "failed": 1, "checkov_version": "3.0"}}
        """),
    Small(
      tool: "cyclonedx",
      text: """
        {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": [
          {"bom-ref": "r", "name": "a", "version": "1", "purl": "pkg:npm/a@1"}],
         "vulnerabilities": [{"id": "CVE-2021-1", "ratings": [{"severity": "high"}],
          "affects": [{"ref": "r"}]}]}
        """),
  ]
}
