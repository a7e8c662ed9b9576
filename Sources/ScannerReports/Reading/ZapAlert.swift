import FindingModel

/// One alert of one site, whichever format it came in.
struct ZapAlert {
  let places: [WebRecord.Place]
  /// A member or element by its name.
  let value: (String) -> String?

  private static let risks = SeverityLabels(
    stated: ["3": .high, "2": .medium, "1": .low, "0": .info])

  static func place(url: String, method: String?, parameter: String?, node: String?)
    -> WebRecord.Place
  {
    // A node's name is a path with the names of parameters: `http://h/a/b (id,page)`.
    let template = node.map { WebAddress(String($0.prefix { $0 != " " })).template }
    return WebRecord.Place(
      url: url, method: method ?? "", parameter: parameter ?? "", template: template)
  }

  func add(to draft: inout Draft) {
    guard let rule = value("alertRef") ?? value("pluginid"),
      let title = value("alert") ?? value("name")
    else {
      draft.partial("an alert without plugin id or name was skipped")
      return
    }
    var record = WebRecord(rule: rule, title: title, rating: Self.risks.rating(value("riskcode")))
    switch value("confidence") {
    case "0": record.suppression = "marked as a false positive in ZAP"
    case "1": record.confidence = .low
    case "3", "4": record.confidence = .high
    default: record.confidence = .medium
    }
    record.description = value("desc")
    record.remediation = value("solution")
    record.references = value("reference").map(HTMLText.links) ?? []
    record.weaknesses = [value("cweid").flatMap(Identifiers.weakness)].compactMap { $0 }
    record.places = places
    draft.add(record.finding(draft))
  }
}
