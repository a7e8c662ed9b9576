import FindingModel
import Foundation
import TestSupport
import Testing

@testable import ScannerReports

/// The traps of gitleaks, trufflehog and detect-secrets; and that no value survives.
struct SecretAdapterTests {
  private func read(_ tool: String, _ text: String, exitCode: Int? = nil) throws -> ToolReading {
    let adapter = try #require(AdapterCatalog.adapter(named: tool))
    return adapter.read(Array(text.utf8), ReportContext(exitCode: exitCode))
  }

  private func leak(_ secret: String, line: Int = 3, tags: String = "[]") -> String {
    """
    {"RuleID": "github-pat", "Description": "Found \(secret) here", "StartLine": \(line),
     "EndLine": \(line), "Match": "token = \(secret)", "Secret": "\(secret)", "File": "a.py",
     "Commit": "c0ffee", "Author": "A", "Email": "a@example.org", "Date": "2026-01-01T00:00:00Z",
     "Message": "add \(secret)", "Tags": \(tags), "Fingerprint": "c0ffee:a.py:github-pat:3"}
    """
  }

  private func holds(_ reading: ToolReading, _ secret: String) -> Bool {
    let text = "\(reading)"
    let bytes = Array(secret.utf8)
    return (4..<(bytes.count - 6)).contains { start in
      text.contains(String(decoding: bytes[start..<(start + 6)], as: UTF8.self))
    }
  }

  @Test func `no text of a reading holds six bytes of the secret`() throws {
    let secret = MadeUpSecret.githubToken(11)
    let gitleaks = try read("gitleaks", "[\(leak(secret))]")
    #expect(gitleaks.findings.count == 1)
    #expect(!holds(gitleaks, secret))
    let raw = """
      {"SourceMetadata":{"Data":{"Git":{"file":"a","link":"https://u:\(secret)@h/\(secret)"}}},
      """.replacing("\n", with: "") + """
        "DetectorName":"Github","DetectorDescription":"\(secret)","DecoderName":"PLAIN","Raw":"\(secret)"}
        """
    let trufflehog = try read("trufflehog", raw)
    #expect(trufflehog.findings.count == 1)
    #expect(!holds(trufflehog, secret))
  }

  @Test func `the same value from every tool is the same finding`() throws {
    let secret = MadeUpSecret.githubToken(12)
    let expected = Fingerprint.secret(value: Array(secret.utf8), path: "x", name: "y")
    let v3 = """
      {"SourceMetadata":{"Data":{"Filesystem":{"file":"b","line":1}}},"DetectorName":"Github","DecoderName":"PLAIN","Raw":"\(secret)","Verified":true}
      """
    #expect(try read("gitleaks", "[\(leak(secret))]").findings.map(\.id) == [expected])
    let verified = try #require(try read("trufflehog", v3).findings.first)
    #expect(verified.id == expected)
    #expect(verified.severity == .critical && verified.witnesses.first?.note == "verified")
    #expect(verified.preview?.hasPrefix("ghp_") == true)
  }

  @Test func `trap: the identity of a leak holds when lines and commits move`() throws {
    let secret = MadeUpSecret.githubToken(13)
    let moved = leak(secret, line: 90).replacing("c0ffee", with: "beef")
    #expect(
      try read("gitleaks", "[\(leak(secret))]").findings.map(\.id)
        == read("gitleaks", "[\(moved)]").findings.map(\.id))
  }

  @Test func `trap: redacted leaks are told apart by rule, file, commit and line`() throws {
    let text = "[\(leak("REDACTED")), \(leak("REDACTED", line: 9))]"
    let reading = try read("gitleaks", text)
    #expect(Set(reading.findings.map(\.id)).count == 2)
    #expect(reading.findings.allSatisfy { $0.basis == .redacted && $0.preview == nil })
  }

  @Test func `trap: an empty gitleaks report proves nothing without the exit code`() throws {
    for text in ["[]", "null"] {
      let reading = try read("gitleaks", text)
      #expect(reading.outcome == .clean && reading.looked == .unknown)
      #expect(try read("gitleaks", text, exitCode: 0).looked == .yes)
      #expect(try read("gitleaks", text, exitCode: 42).outcome == .broken)
      #expect(try read("gitleaks", text, exitCode: 1).outcome == .broken)
      #expect(try read("gitleaks", text, exitCode: 126).outcome == .broken)
    }
    #expect(try read("gitleaks", "", exitCode: 0).outcome == .broken)
  }

  @Test func `a tag may carry a severity, else it is high`() throws {
    let secret = MadeUpSecret.githubToken(14)
    #expect(try read("gitleaks", "[\(leak(secret))]").findings.first?.severity == .high)
    let tagged = leak(secret, tags: "[\"key\", \"CRITICAL\"]")
    #expect(try read("gitleaks", "[\(tagged)]").findings.first?.severity == .critical)
  }

  @Test func `gitleaks 6 and 7 name things differently`() throws {
    let secret = MadeUpSecret.githubToken(15)
    let six = """
      [{"line": "export TOKEN=\\"\(secret)\\"", "offender": "TOKEN=\\"\(secret)\\"", "rule": "Github",
        "commit": "c", "file": ".bashrc", "tags": "key, Github"}]
      """
    let seven = """
      [{"line": "x \(secret)", "lineNumber": 13, "offender": "\(secret)", "rule": "Github",
        "commit": "c", "file": ".bashrc", "tags": "key"}]
      """
    let ids = try [six, seven].flatMap { try read("gitleaks", $0).findings.map(\.id) }
    #expect(ids.count == 2 && Set(ids).count == 1)
  }

  @Test func `a private key is its decoded bytes, however its lines are broken`() throws {
    // A DER sequence of the right length, as the native scan wants it.
    let bytes: [UInt8] = [0x30, 0x5e] + Array(MadeUpSecret.letters(3, 94).utf8)
    let body = Data(bytes).base64EncodedString()
    let begin = "-----BEGIN RSA " + "PRIVATE KEY-----"
    let end = "-----END RSA " + "PRIVATE KEY-----"
    let one = SecretNormalisation.normalised(Array("\(begin)\n\(body)\n\(end)".utf8))
    let folded = body.prefix(64) + "\r\n" + body.dropFirst(64)
    let two = SecretNormalisation.normalised(Array("\(begin)\r\n\(folded)\r\n\(end)\r\n".utf8))
    #expect(one == two)
    #expect(one == bytes)
  }

  @Test func `trap: empty output of trufflehog is clean only with exit code 0`() throws {
    #expect(try read("trufflehog", "", exitCode: 0).outcome == .clean)
    #expect(try read("trufflehog", "").outcome == .broken)
    #expect(try read("trufflehog", "", exitCode: 1).outcome == .broken)
    #expect(try read("trufflehog", "", exitCode: 183).outcome == .broken)
  }

  @Test func `trap: log lines between findings are skipped, errors make it partial`() throws {
    let finding = """
      {"SourceMetadata":{"Data":{"Git":{"file":"a"}}},"DetectorName":"AWS","DecoderName":"PLAIN","Raw":"abc","Verified":false,"VerificationError":"timeout"}
      """
    let log = #"{"level":"info-0","ts":"x","msg":"running source"}"#
    let reading = try read("trufflehog", [log, finding, log].joined(separator: "\n"))
    #expect(reading.outcome == .findings && reading.findings.count == 1)
    #expect(reading.findings.first?.witnesses.first?.note == "verification failed")
    #expect(reading.findings.first?.severity == .high)
    let error = #"{"level":"error","msg":"source failed"}"#
    #expect(try read("trufflehog", finding + "\n" + error).outcome == .partial)
  }

  @Test func `trap: numbers in strings, as trufflehog3 writes lines`() throws {
    let text = """
      [{"rule": {"id": "x", "message": "X", "severity": "MEDIUM"}, "path": "a", "line": "12",
        "secret": "abcdef", "context": {}}]
      """
    let finding = try #require(try read("trufflehog", text).findings.first)
    #expect(finding.locations.first?.line == 12)
    #expect(finding.severity == .medium && finding.severitySource == .tool)
  }

  @Test func `digests of detect-secrets are not kept, and audited ones are suppressed`() throws {
    let text = """
      {"version": "1.5.0", "plugins_used": [{"name": "x"}], "results": {"a.py": [
        {"type": "Secret Keyword", "hashed_secret": "623e7f9cf69a290183bb", "line_number": 2},
        {"type": "Secret Keyword", "hashed_secret": "00", "line_number": 3, "is_secret": false}]}}
      """
    let reading = try read("detect-secrets", text)
    #expect(!"\(reading)".contains("623e7f9c"))
    #expect(reading.findings.map { $0.suppressed == true } == [false, true])
    let none = #"{"version": "1", "plugins_used": [], "results": {}}"#
    #expect(try read("detect-secrets", none).outcome == .broken)
  }
}
