import FindingModel
import ReportReading

/// Burp's exported issues, and Dastardly's JUnit.
enum BurpXML {
  static func read(_ text: [UInt8], into draft: inout Draft) throws {
    // Requests and responses may be megabytes of base64: they are dropped while reading.
    let skipped: Set<String> = ["requestresponse", "issueDetailItems"]
    let root = try XMLReader.read(
      text, elements: ["issue", "testcase"], skipping: skipped, limits: draft.limits
    ) { outer, node in
      if node.name == "issue" {
        add(node, &draft)
      } else {
        addCase(node, outer.last?.attributes["name"] ?? "", &draft)
      }
    }
    switch root.name {
    case "issues": draft.version = root.attributes["burpVersion"]
    case "testsuites", "testsuite":
      draft.looked = true
      draft.covered = root.attributes["tests"].map { "\(Words.line($0)) checks" }
      let name = root.attributes["name"] ?? ""
      if !name.contains("Dastardly") {
        draft.wrongTool("a JUnit report that is not Dastardly's")
      }
    default: draft.wrongTool("the element `issues` should be there")
    }
  }

  private static func add(_ issue: XMLNode, _ draft: inout Draft) {
    guard let name = issue.value("name"), let host = issue.value("host") else {
      draft.partial("an issue without name or host was skipped")
      return
    }
    let severity = issue.value("severity")
    var record = WebRecord(
      rule: issue.value("type") ?? name, title: name, rating: BurpAdapter.labels.rating(severity))
    record.confidence = BurpAdapter.confidence(issue.value("confidence"))
    record.description = issue.value("issueDetail") ?? issue.value("issueBackground")
    record.remediation = issue.value("remediationDetail") ?? issue.value("remediationBackground")
    record.references = issue.value("references").map(HTMLText.links) ?? []
    record.weaknesses = BurpJSON.weaknesses(issue.value("vulnerabilityClassifications"))
    record.places = [
      WebRecord.Place(
        url: host + (issue.value("path") ?? "/"), method: "",
        parameter: BurpAdapter.parameter(issue.value("location")))
    ]
    if severity?.lowercased() == "false positive" { record.suppression = "false positive in Burp" }
    draft.add(record.finding(draft))
  }

  private static func addCase(_ test: XMLNode, _ url: String, _ draft: inout Draft) {
    guard let failure = test["failure"] else { return }
    let name = test.attributes["name"] ?? "unnamed issue"
    var record = WebRecord(
      rule: name, title: name, rating: BurpAdapter.labels.rating(failure.attributes["type"]))
    record.description = failure.attributes["message"]
    record.places = [WebRecord.Place(url: url, method: "", parameter: "")]
    draft.add(record.finding(draft))
  }
}
