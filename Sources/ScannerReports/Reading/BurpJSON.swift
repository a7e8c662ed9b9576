import FindingModel
import ReportReading

/// Events of Burp's REST API and issues of its GraphQL API.
enum BurpJSON {
  static func read(_ text: [UInt8], into draft: inout Draft) throws {
    let document = try JSONReader.document(text, limits: draft.limits)
    if document["issue_events"].isArray {
      events(document, &draft)
      return
    }
    let scan = document["data"]["scan"]["issues"]
    let issues = document["Issues"].isArray ? document["Issues"] : scan
    guard issues.isArray else {
      let errors = document["errors"].elements.compactMap { $0["message"].text }
      if let error = errors.first {
        draft.broken("Burp's API: \(error)")
      } else {
        draft.wrongTool("no `issue_events`, no `Issues`")
      }
      return
    }
    for issue in issues.elements { add(issue, &draft) }
  }

  private static func events(_ document: JSONValue, _ draft: inout Draft) {
    let status = document["scan_status"].text
    if let status, status != "succeeded" {
      if status == "failed" {
        draft.broken("the scan failed")
      } else {
        draft.partial("the scan's status is \(status)")
      }
    }
    draft.looked = status == "succeeded"
    // Several events can be about one issue: the last one holds.
    var order: [String] = []
    var last: [String: JSONValue] = [:]
    for (index, event) in document["issue_events"].elements.enumerated() {
      let issue = event["issue"]
      guard issue.object != nil else {
        draft.partial("an event without an issue was skipped")
        continue
      }
      let key = issue["serial_number"].scalar ?? "event \(index)"
      if last[key] == nil { order.append(key) }
      last[key] = issue
    }
    for key in order { if let issue = last[key] { add(issue, &draft) } }
  }

  private static func add(_ issue: JSONValue, _ draft: inout Draft) {
    let type = issue["issue_type"]
    let name = issue["name"].text ?? type["name"].text ?? "unnamed issue"
    let rule = issue["type_index"].scalar ?? type["type_index"].scalar ?? name
    let severity = issue["severity"].text
    var record = WebRecord(
      rule: rule, title: name, rating: BurpAdapter.labels.rating(severity))
    record.confidence = BurpAdapter.confidence(issue["confidence"].text)
    record.description =
      issue["description"].text ?? issue["description_html"].text
      ?? type["description_html"].text
    record.remediation = issue["remediation_html"].text ?? type["remediation_html"].text
    record.weaknesses = weaknesses(type["vulnerability_classifications_html"].text)
    record.references = type["references_html"].text.map(HTMLText.links) ?? []
    record.places = [
      WebRecord.Place(
        url: (issue["origin"].text ?? "") + (issue["path"].text ?? "/"), method: "",
        parameter: BurpAdapter.parameter(issue["caption"].text))
    ]
    if severity?.lowercased() == "false_positive" { record.suppression = "false positive in Burp" }
    draft.add(record.finding(draft))
  }

  /// CWE ids among links such as `CWE-89: …`.
  static func weaknesses(_ html: String?) -> [String] {
    guard let html else { return [] }
    return HTMLText.plain(html).split { $0.isWhitespace || $0 == ":" || $0 == "," }
      .filter { $0.uppercased().hasPrefix("CWE-") }.compactMap { Identifiers.weakness(String($0)) }
  }
}
