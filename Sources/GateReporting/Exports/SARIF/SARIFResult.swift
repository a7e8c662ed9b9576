import FindingModel

/// One finding as a SARIF result.
struct SARIFResult: JSONWritable {
  let finding: Finding
  let rules: SARIFRules
  let taxa: [Int]
  let audience: SARIFReport.Audience

  /// GitHub shows 100 locations, and uses the first.
  private static let placeLimit = 100

  func write(to json: inout JSONWriter) {
    let words = ExportFinding(finding)
    json.member("ruleId", rules.id(of: finding))
    json.member("ruleIndex", rules.index(of: finding))
    json.member("level", SARIFLevel.of(finding.counted))
    json.member("message", SARIFText(text: Self.message(text(words))))
    json.member("locations", [SARIFLocation(finding: finding, location: words.place, audience)])
    let others = finding.locations.dropFirst().prefix(Self.placeLimit - 1)
    if !others.isEmpty {
      json.member(
        "relatedLocations", others.map { SARIFLocation(finding: finding, location: $0, audience) })
    }
    json.member("partialFingerprints") { json in
      json.object { json in
        json.member("primaryLocationLineHash", "\(digest.prefix(16)):1")
        json.member("secgate/sg1", String(digest.prefix(40)))
      }
    }
    let weaknesses = words.weaknesses.filter(taxa.contains)
    if !weaknesses.isEmpty {
      json.member(
        "taxa", weaknesses.map { SARIFTaxon(number: $0, taxa: taxa, isRelation: false) })
    }
    if audience == .standard { writeState(to: &json) }
    json.member("properties") { json in json.object { writeProperties(to: &$0) } }
  }

  /// Stable over runs and the same for the same finding everywhere.
  private var digest: String { SHA256.hexadecimal(finding.id.utf8) }

  private func text(_ words: ExportFinding) -> String {
    var lines = [PlainText.line(words.title, limit: 1000)] + words.details
    if let remediation = words.remediation { lines.append("Fix: " + remediation) }
    return lines.joined(separator: "\n")
  }

  /// Brackets make links in a message (section 3.11.6), so that foreign ones are escaped.
  static func message(_ text: String) -> String {
    var result = ""
    for scalar in PlainText.block(text, limit: 8000).unicodeScalars {
      if scalar == "[" || scalar == "]" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result.isEmpty ? "no description" : result
  }

  private func writeState(to json: inout JSONWriter) {
    json.member("baselineState", baselineState)
    json.member("suppressions", suppressions)
  }

  private var baselineState: String {
    switch finding.state {
    case .new: "new"
    case .fixed: "absent"
    case .known, .accepted, .falsePositive, .mitigated, .expired, .allowedInline: "unchanged"
    }
  }

  /// An empty list says that nothing suppresses it; a missing one would say nothing.
  private var suppressions: [SARIFSuppression] {
    let reason = ExportFinding(finding).reason ?? ExportFinding(finding).stateWord
    switch finding.state {
    case .accepted, .falsePositive, .mitigated:
      return [SARIFSuppression(kind: "external", status: "accepted", justification: reason)]
    case .allowedInline:
      return [SARIFSuppression(kind: "inSource", status: "accepted", justification: reason)]
    case .new, .known, .expired, .fixed:
      guard let decision = finding.decision, decision.status == .pending else { return [] }
      return [
        SARIFSuppression(
          kind: "external", status: "underReview", justification: decision.decision.reason)
      ]
    }
  }

  private func writeProperties(to json: inout JSONWriter) {
    json.member("id", finding.id)
    json.member("category", finding.category.rawValue)
    json.member("state", finding.state.rawValue)
    json.member("severity", finding.counted.rawValue)
    json.member("severitySource", finding.severitySource.rawValue)
    json.member("confidence", finding.confidence.rawValue)
    json.member("exposure", finding.exposure?.rawValue)
    json.member("failing", finding.failing)
    json.member("firstSeen", finding.firstSeen)
    json.member("identifiers", finding.identifiers)
    json.member("witnesses", finding.witnesses)
  }
}

struct SARIFSuppression: JSONWritable {
  var kind: String
  var status: String
  var justification: String

  func write(to json: inout JSONWriter) {
    json.member("kind", kind)
    json.member("status", status)
    json.member("justification", PlainText.block(justification, limit: 2000))
  }
}
