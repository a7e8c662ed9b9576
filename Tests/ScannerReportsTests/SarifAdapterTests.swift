import FindingModel
import Testing

@testable import ScannerReports

/// The traps of SARIF.
struct SarifAdapterTests {
  private func read(_ text: String, exitCode: Int? = nil) -> ToolReading {
    SarifAdapter().read(Array(text.utf8), ReportContext(exitCode: exitCode))
  }

  private func file(
    _ results: String?, rules: String = "", run: String = "", version: String = "2.1.0",
    tool: String = "demo"
  ) -> String {
    """
    {"version": "\(version)", "runs": [{"tool": {"driver": {"name": "\(tool)",
     "rules": [\(rules)]}}\(run)\(results.map { ", \"results\": [\($0)]" } ?? "")}]}
    """
  }

  private func result(_ extra: String = "", uri: String = "src/a.c") -> String {
    """
    {"ruleId": "R1", "message": {"text": "bad"}, "locations": [{"physicalLocation":
      {"artifactLocation": {"uri": "\(uri)"}, "region": {"startLine": 4}}}]\(extra)}
    """
  }

  @Test(arguments: ["2.0.0", "2.0.0-csd.2.beta.2019-02-20", "1.0.0", "3.0.0", "2.1.1"])
  func `trap: other versions are refused by name`(_ version: String) {
    let reading = read(file(result(), version: version))
    #expect(reading.outcome == .broken && reading.findings.isEmpty)
    #expect(reading.problems.contains { $0.contains("SARIF \(version)") })
  }

  @Test func `trap: no version is partial where the shape is 2.1's`() {
    let text = file(result()).replacing("\"version\": \"2.1.0\", ", with: "")
    #expect(read(text).outcome == .partial)
  }

  @Test(arguments: [
    (", \"level\": \"error\"", Severity.high), (", \"level\": \"note\"", .low), ("", .medium),
    (", \"level\": \"none\"", .info),
    (", \"level\": \"note\", \"properties\": {\"security-severity\": \"9.1\"}", .critical),
    (", \"properties\": {\"security-severity\": 5}", .medium),
  ])
  func `severity: the score, then the level, then warning`(_ extra: String, _ severity: Severity) {
    #expect(read(file(result(extra))).findings.first?.severity == severity)
  }

  @Test func `trap: a level on the rule only, found by index, id and the id before a slash`() {
    let rules =
      "{\"id\": \"R0\"}, {\"id\": \"R1\", \"defaultConfiguration\": {\"level\": \"error\"}}"
    #expect(read(file(result(), rules: rules)).findings.first?.severity == .high)
    let below = result().replacing("\"R1\"", with: "\"R1/sub\"")
    #expect(read(file(below, rules: rules)).findings.first?.severity == .high)
    let index = result(", \"ruleIndex\": 1").replacing("\"R1\"", with: "\"other\"")
    #expect(read(file(index, rules: rules)).findings.first?.severity == .high)
    let far = result(", \"ruleIndex\": 99999999999")
    #expect(read(file(far, rules: rules)).findings.first?.severity == .high)
  }

  @Test func `a rule of an extension is found by its component`() {
    let text = file(
      result(", \"rule\": {\"index\": 0, \"toolComponent\": {\"index\": 0}}")
    ).replacing(
      "\"tool\": {",
      with: "\"tool\": {\"extensions\": [{\"name\": \"x\", \"rules\": [{\"id\": \"R1\", "
        + "\"properties\": {\"tags\": [\"external/cwe/cwe-079\"]}}]}], ")
    #expect(read(text).findings.first?.identifiers == ["CWE-79"])
  }

  @Test(arguments: ["pass", "informational", "notApplicable"])
  func `trap: results that are no findings`(_ kind: String) {
    #expect(read(file(result(", \"kind\": \"\(kind)\""))).findings.isEmpty)
  }

  @Test(arguments: ["open", "review", "fail"])
  func `results of other kinds are findings`(_ kind: String) {
    #expect(read(file(result(", \"kind\": \"\(kind)\""))).findings.count == 1)
  }

  @Test func `trap: what a baseline no longer has is gone`() {
    #expect(read(file(result(", \"baselineState\": \"absent\""))).findings.isEmpty)
    #expect(read(file(result(", \"baselineState\": \"unchanged\""))).findings.count == 1)
  }

  @Test(arguments: [
    ("[{\"kind\": \"inSource\"}]", true),
    ("[{\"kind\": \"external\", \"status\": \"accepted\"}]", true),
    ("[{\"kind\": \"external\", \"status\": \"underReview\"}]", false),
    ("[{\"status\": \"accepted\"}, {\"status\": \"rejected\"}]", false), ("[]", false),
  ])
  func `trap: suppressed only where every status is accepted`(_ list: String, _ isSuppressed: Bool)
  {
    let finding = read(file(result(", \"suppressions\": \(list)"))).findings.first
    #expect((finding?.suppressed == true) == isSuppressed)
  }

  @Test func `trap: no results means that the rules did not run`() {
    #expect(read(file(nil)).outcome == .partial)
    let null = file(nil, run: ", \"results\": null")
    #expect(read(null).outcome == .partial)
    #expect(read(file("")).outcome == .clean)
    #expect(read("{\"version\": \"2.1.0\", \"runs\": []}").outcome == .partial)
  }

  @Test func `trap: an unsuccessful run is broken, error notifications are partial`() {
    let failed = ", \"invocations\": [{\"executionSuccessful\": false}]"
    #expect(read(file(result(), run: failed)).outcome == .broken)
    #expect(read(file(result(), run: failed)).findings.count == 1)
    let notice = """
      , "invocations": [{"executionSuccessful": true, "toolConfigurationNotifications":
        [{"level": "error", "message": {"text": "a.py does not parse"}}]}]
      """
    let reading = read(file("", run: notice))
    #expect(reading.outcome == .partial)
    #expect(reading.problems == ["demo: a.py does not parse"])
  }

  @Test(arguments: [
    ("src/a.c", "src/a.c"), ("./src//a.c", "src/a.c"), ("src/a%20b.c", "src/a b.c"),
    ("file:///w/src/a.c", "/w/src/a.c"), ("src\\\\a.c", "src/a.c"), ("../x/../a.c", "../a.c"),
  ])
  func `paths are normalised`(_ uri: String, _ path: String) {
    #expect(read(file(result(uri: uri))).findings.first?.locations.first?.path == path)
  }

  @Test func `base ids resolve, also in a circle`() {
    let bases = """
      , "originalUriBaseIds": {"R": {"uri": "file:///w/repo/"}, "S": {"uri": "src/", "uriBaseId":
        "R"}, "C": {"uri": "c/", "uriBaseId": "C"}}
      """
    let based = { (id: String) in
      result().replacing("\"uri\": \"src/a.c\"", with: "\"uri\": \"a.c\", \"uriBaseId\": \"\(id)\"")
    }
    let context = ReportContext(root: "/w/repo")
    let reading = SarifAdapter().read(Array(file(based("S"), run: bases).utf8), context)
    #expect(reading.findings.first?.locations.first?.path == "src/a.c")
    #expect(read(file(based("C"), run: bases)).findings.count == 1)
    #expect(read(file(based("nowhere"))).findings.first?.locations.first?.path == "a.c")
  }

  @Test func `trap: fingerprints that are the same for all results are not trusted`() {
    let fingerprints = ", \"fingerprints\": {\"matchBasedId/v1\": \"requires login\"}"
    let reading = read(file("\(result(fingerprints)), \(result(fingerprints, uri: "src/b.c"))"))
    #expect(Set(reading.findings.map(\.id)).count == 2)
  }

  @Test func `trap: a message by id with arguments`() {
    let text = result().replacing(
      "{\"text\": \"bad\"}", with: "{\"id\": \"m\", \"arguments\": [\"x\", \"{0}\"]}")
    let rules = "{\"id\": \"R1\", \"messageStrings\": {\"m\": {\"text\": \"use of {0} in {1}\"}}}"
    let finding = read(file(text, rules: rules)).findings.first
    #expect(finding?.description?.hasPrefix("use of x in") == true)
  }

  @Test func `trap: secrets in snippets of secret scanners are not kept`() {
    let text = file(
      result(", \"partialFingerprints\": {\"commitSha\": \"c0ffee\"}").replacing(
        "\"startLine\": 4", with: "\"startLine\": 4, \"snippet\": {\"text\": \"hunter2hunter2\"}"),
      tool: "gitleaks")
    let reading = read(text)
    #expect(reading.findings.first?.category == .secret)
    #expect(reading.findings.first?.basis == .redacted)
    #expect(!"\(reading)".contains("hunter2"))
  }

  @Test func `locations may be missing, and several are one finding`() {
    let none = "{\"ruleId\": \"R1\", \"message\": {\"text\": \"whole project\"}, \"locations\": []}"
    #expect(read(file(none)).findings.first?.locations == [])
    let place = "{\"physicalLocation\": {\"artifactLocation\": {\"uri\": \"b.c\"}}}"
    let two = result().replacing("\"locations\": [", with: "\"locations\": [\(place), ")
    #expect(read(file(two)).findings.first?.locations.count == 2)
  }

  @Test func `results before the rules read the same`() throws {
    let rules = "{\"id\": \"R1\", \"shortDescription\": {\"text\": \"Title\"}}"
    let before = """
      {"runs": [{"results": [\(result())], "tool": {"driver": {"name": "demo",
       "rules": [\(rules)]}}}], "version": "2.1.0"}
      """
    #expect(read(before).findings == read(file(result(), rules: rules)).findings)
  }
}
