import Foundation
import TestSupport
import Testing

/// Identity over tools, through the program as a user runs it.
@Suite struct ImportIdentityTests {
  private static let trivy = """
    {"SchemaVersion": 2, "ArtifactName": ".", "ArtifactType": "filesystem", "Results": [
      {"Target": "requirements.txt", "Class": "lang-pkgs", "Type": "pip", "Vulnerabilities": [
       {"VulnerabilityID": "CVE-2021-35042", "PkgName": "Django", "InstalledVersion": "3.1.12",
        "FixedVersion": "3.1.13", "Severity": "CRITICAL", "Title": "SQL injection"}]}]}
    """
  private static let pipAudit = """
    {"dependencies": [{"name": "django", "version": "3.1.12", "vulns": [{"id": "PYSEC-2021-109",
      "fix_versions": ["3.1.13"], "aliases": ["CVE-2021-35042"], "description": "SQL"}]}]}
    """
  private static let safety = """
    {"report_meta": {"scan_target": "files", "scanned": ["requirements.txt"], "packages_found": 1},
     "ignored_vulnerabilities": [], "vulnerabilities": [{"vulnerability_id": "40899",
      "package_name": "django", "analyzed_version": "3.1.12", "advisory": "CVE-2021-35042",
      "ignored": false, "CVE": "CVE-2021-35042", "severity": null}]}
    """

  /// Findings as the gate judges them after these imports, without the times of this run.
  private func judged(_ order: [String]) throws -> [Data] {
    let program = try Program()
    let repository = try GitRepository()
    try repository.commit("django==3.1.12\n", to: "requirements.txt")
    let folder = try TemporaryDirectory()
    try folder.write(Self.trivy, to: "trivy.json")
    try folder.write(Self.pipAudit, to: "pip-audit.json")
    try folder.write(Self.safety, to: "safety.json")
    for tool in order {
      let manifest = tool == "pip-audit" ? ["--manifest", "requirements.txt"] : []
      let imported = try program.run(
        ["import", tool, folder.path + "/\(tool).json", "--commit", "HEAD"] + manifest,
        in: repository.url)
      #expect(imported.status == 0, "\(imported.errorText)")
    }
    let gate = try program.run("gate", "--format", "json", in: repository.url)
    let findings = try #require(Program.json(gate)["findings"] as? [[String: Any]])
    return try findings.map { finding in
      var finding = finding
      finding["first_seen"] = nil
      finding["last_seen"] = nil
      return try JSONSerialization.data(withJSONObject: finding, options: .sortedKeys)
    }
  }

  @Test func `reports imported twice or in another order are judged the same, byte for byte`()
    throws
  {
    let once = try judged(["trivy", "pip-audit", "safety"])
    #expect(once.count == 1)
    let text = String(decoding: try #require(once.first), as: UTF8.self)
    #expect(text.contains("sg1:dep:CVE-2021-35042:pkg:pypi"))
    for tool in ["trivy", "pip-audit", "safety"] { #expect(text.contains("\"tool\":\"\(tool)\"")) }
    #expect(try judged(["safety", "trivy", "pip-audit"]) == once)
    #expect(try judged(["trivy", "pip-audit", "trivy", "safety", "pip-audit"]) == once)
  }

  /// A made-up key: a DER sequence of the right length, and nothing else of a key.
  private static let key: [String] = {
    var state: UInt32 = 7
    let body = (0..<604).map { _ -> UInt8 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
    let text = Array(Data([0x30, 0x82, 0x02, 0x5c] + body).base64EncodedString())
    let lines = stride(from: 0, to: text.count, by: 64).map {
      String(text[$0..<min($0 + 64, text.count)])
    }
    let kind = "RSA " + "PRIVATE KEY"
    return ["-----BEGIN \(kind)-----"] + lines + ["-----END \(kind)-----"]
  }()

  private func ids(_ command: Command) throws -> [String] {
    let findings = try #require(
      Program.json(command)["findings"] as? [[String: Any]], "\(command.errorText)")
    return findings.compactMap { $0["id"] as? String }
  }

  private func json(_ object: [String: Any]) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
  }

  @Test func `a token, a password and a key are the same finding from gitleaks, trufflehog and us`()
    throws
  {
    let program = try Program()
    let repository = try GitRepository()
    let token = MadeUpSecret.githubToken(41)
    let password = "Kv7-pq2" + "Lw9"
    try repository.commit(
      "import os\n\ndb_password = \"\(password)\"\ntoken = \"\(token)\"\n", to: "settings.py")
    try repository.commit(Self.key.joined(separator: "\n") + "\n", to: "key.pem")
    let native = try ids(
      try program.run("secrets", "--worktree", "--format", "json", in: repository.url))
    #expect(Set(native).count == 3, "\(native)")
    let armors = [
      Self.key.joined(separator: "\n"), Self.key.joined(separator: "\r\n") + "\r\n",
      Self.key.joined(separator: "\\n"),
      Self.key.map { "    \"" + $0 + "\\n\" +" }.joined(separator: "\n"),
    ]
    for armor in armors {
      let secrets = [
        (password, "settings.py", 3), (token, "settings.py", 4), (armor, "key.pem", 1),
      ]
      let gitleaks = try secrets.map { value, file, line in
        try json([
          "RuleID": "r", "Description": "d", "StartLine": line, "EndLine": line, "File": file,
          "Match": value, "Secret": value, "Commit": "",
        ])
      }
      let trufflehog = try secrets.map { value, file, line in
        try json([
          "SourceMetadata": ["Data": ["Filesystem": ["file": file, "line": line]]],
          "DetectorName": "D", "DecoderName": "PLAIN", "Raw": value, "Verified": false,
        ])
      }
      for (tool, report) in [
        ("gitleaks", "[" + gitleaks.joined(separator: ",") + "]"),
        ("trufflehog", trufflehog.joined(separator: "\n")),
      ] {
        let read = try program.run(
          "import", tool, "-", "--dry-run", "--format", "json", in: repository.url, input: report)
        #expect(try Set(ids(read)) == Set(native), "\(tool): \(read.text)")
      }
    }
  }
}
