import FindingModel
import Testing

@testable import ScannerReports

/// The traps of ZAP and Burp.
struct WebAdapterTests {
  private func read(_ tool: String, _ text: String, exitCode: Int? = nil) throws -> ToolReading {
    let adapter = try #require(AdapterCatalog.adapter(named: tool))
    return adapter.read(Array(text.utf8), ReportContext(exitCode: exitCode))
  }

  private func alert(_ instances: String, risk: String = "3", confidence: String = "2") -> String {
    """
    {"pluginid": "40018", "alertRef": "40018-1", "name": "SQL &lt;b&gt;", "riskcode": "\(risk)",
     "confidence": "\(confidence)", "riskdesc": "Haut (Moyen)", "desc": "<p>One</p><p>Two</p>",
     "cweid": "-1", "reference": "<p>https://a.example/x</p><p>https://b.example</p>",
     "instances": [\(instances)], "count": "9"}
    """
  }

  private func instance(_ uri: String, parameter: String = "id") -> String {
    """
    {"uri": "\(uri)", "method": "GET", "param": "\(parameter)", "attack": "x", "evidence": "e",
     "request-header": "Cookie: session=abcdefgh"}
    """
  }

  private func zap(_ alerts: String, site: String? = nil) -> String {
    let object = "{\"@name\": \"https://h\", \"alerts\": [\(alerts)]}"
    return "{\"@programName\": \"ZAP\", \"@version\": \"2.15\", \"site\": \(site ?? "[\(object)]")}"
  }

  @Test func `trap: one site may be an object, and none means that nothing was reached`() throws {
    let object = "{\"@name\": \"https://h\", \"alerts\": [\(alert(instance("https://h/a")))]}"
    #expect(try read("zap", zap("", site: object)).findings.count == 1)
    for none in ["[]", "null"] {
      #expect(try read("zap", zap("", site: none), exitCode: 0).outcome == .broken)
    }
    #expect(try read("zap", zap(""), exitCode: 0).outcome == .clean)
  }

  @Test func `trap: query values, attacks and requests are not kept`() throws {
    let reading = try read("zap", zap(alert(instance("https://u:p@h/a/42?id=s3cr3t#f"))))
    let finding = try #require(reading.findings.first)
    #expect(finding.locations.first?.url == "https://h/a/42")
    #expect(
      finding.basis
        == .web(rule: "zap:40018-1", method: "GET", path: "/a/{}", parameter: "id"))
    #expect(!"\(reading)".contains("s3cr3t"))
    #expect(!"\(reading)".contains("abcdefgh"))
  }

  @Test func `identity holds over other query values and record numbers`() throws {
    let ids = try ["https://h/a/42?id=1", "https://h/a/7?id=2"].map {
      try read("zap", zap(alert(instance($0)))).findings.first?.id
    }
    #expect(ids[0] != nil && ids[0] == ids[1])
  }

  @Test func `trap: confidence 0 is a false positive, text is never parsed for risk`() throws {
    let finding = try #require(
      try read("zap", zap(alert(instance("https://h/"), risk: "1", confidence: "0"))).findings.first
    )
    #expect(finding.suppressed == true)
    #expect(finding.severity == .low)
    #expect(finding.identifiers == [], "-1 is no weakness")
    #expect(finding.description == "One\nTwo")
    #expect(finding.title == "SQL <b>")
    #expect(finding.references == ["https://a.example/x", "https://b.example"])
  }

  @Test func `one alert of a site is one finding with its instances counted`() throws {
    let places = (1...3).map { instance("https://h/p\($0)x") }.joined(separator: ",")
    let finding = try #require(try read("zap", zap(alert(places))).findings.first)
    #expect(finding.locations.count == 3)
    #expect(finding.count == 3)
  }

  @Test func `old XML without instances, and escaped HTML`() throws {
    let text = """
      <?xml version="1.0"?><OWASPZAPReport version="2.4"><site name="http://h"><alerts><alertitem>
      <pluginid>10016</pluginid><alert>X</alert><riskcode>2</riskcode><confidence>1</confidence>
      <desc>&lt;p&gt;D&lt;/p&gt;</desc><uri>http://h/b</uri><cweid>933</cweid></alertitem></alerts>
      </site></OWASPZAPReport>
      """
    let finding = try #require(try read("zap", text).findings.first)
    #expect(finding.severity == .medium && finding.confidence == .low)
    #expect(finding.description == "D")
    #expect(finding.identifiers == ["CWE-933"])
    #expect(finding.locations.first?.url == "http://h/b")
    #expect(try read("zap", "<!-- x -->" + text).outcome == .broken, "comment before declaration")
  }

  @Test(arguments: [(0, ToolOutcome.findings), (1, .findings), (2, .findings), (3, .broken)])
  func `exit codes of the scripts`(_ code: Int, _ outcome: ToolOutcome) throws {
    let text = zap(alert(instance("https://h/a")))
    #expect(try read("zap", text, exitCode: code).outcome == outcome)
    if code > 0 { #expect(try read("zap", zap(""), exitCode: code).outcome == .broken) }
  }

  private func issue(_ extra: String = "", severity: String = "High") -> String {
    """
    <issue><serialNumber>1</serialNumber><type>1049088</type><name>SQL injection</name>
    <host ip="10.0.0.1">http://h</host><path><![CDATA[/a?x=1]]></path>
    <location><![CDATA[/a [id parameter]]]></location><severity>\(severity)</severity>
    <confidence>Certain</confidence>\(extra)</issue>
    """
  }

  private func burp(_ issues: String, dtd: String = "") -> String {
    "<?xml version=\"1.0\"?>\(dtd)<issues burpVersion=\"2023\">\(issues)</issues>"
  }

  @Test func `trap: a document type is skipped, requests are dropped`() throws {
    let dtd =
      "<!DOCTYPE issues [<!ELEMENT issues (issue*)><!ATTLIST issues burpVersion CDATA \"\">]>"
    let request =
      "<requestresponse><request base64=\"true\"><![CDATA[c2VjcmV0]]></request></requestresponse>"
    let reading = try read("burp", burp(issue(request), dtd: dtd))
    let finding = try #require(reading.findings.first)
    #expect(finding.locations.first?.url == "http://h/a")
    #expect(finding.confidence == .high)
    #expect(
      finding.basis
        == .web(rule: "burp:1049088", method: "", path: "/a", parameter: "id parameter"))
    #expect(!"\(reading)".contains("c2VjcmV0"))
  }

  @Test func `trap: control characters of responses do not break the report`() throws {
    let text = burp(issue("<issueDetail>a\u{1}b\u{0}c</issueDetail>"))
    #expect(try read("burp", text).findings.first?.description == "abc")
  }

  @Test func `a false positive is suppressed; no issue proves nothing`() throws {
    #expect(
      try read("burp", burp(issue(severity: "False positive"))).findings.first?.suppressed == true)
    let none = try read("burp", burp(""))
    #expect(none.outcome == .clean && none.looked == .unknown)
  }

  @Test func `trap: of several events about one issue the last holds`() throws {
    let event = { (severity: String) in
      """
      {"type": "issue_updated", "issue": {"name": "X", "type_index": 7, "serial_number": "9",
       "origin": "https://h", "path": "/p", "severity": "\(severity)", "confidence": "firm"}}
      """
    }
    let text =
      "{\"scan_status\": \"succeeded\", \"issue_events\": [\(event("low")), \(event("high"))]}"
    let reading = try read("burp", text)
    #expect(reading.findings.map(\.severity) == [.high])
    let running = text.replacing("succeeded", with: "auditing")
    #expect(try read("burp", running).outcome == .partial)
    #expect(try read("burp", text.replacing("succeeded", with: "failed")).outcome == .broken)
  }

  @Test func `GraphQL errors are broken, Dastardly reads, other JUnit does not`() throws {
    #expect(try read("burp", "{\"errors\": [{\"message\": \"no\"}]}").outcome == .broken)
    let junit = """
      <testsuites name="Dastardly scan results" tests="2"><testsuite name="https://h:443/a">
      <testcase name="XSS"><failure type="High" message="m"/></testcase></testsuite></testsuites>
      """
    #expect(try read("burp", junit).findings.first?.severity == .high)
    let other = junit.replacing("Dastardly scan results", with: "unit tests")
    #expect(try read("burp", other).outcome == .broken)
  }
}
