import FindingModel
import ReportReading

/// One result of a SARIF run.
struct SarifResult {
  let result: JSONValue
  let run: SarifRun
  private let rule: JSONValue

  private static let levels = SeverityLabels(
    stated: ["error": .high, "warning": .medium, "note": .low, "none": .info])
  /// Tools whose snippets are secrets.
  private static let secretScanners = [
    "gitleaks", "trufflehog", "detect-secrets", "ggshield", "noseyparker", "kingfisher",
  ]

  init(_ result: JSONValue, run: SarifRun) {
    self.result = result
    self.run = run
    rule = run.rule(of: result)
  }

  /// Nil for what is no finding: passed rules, and results that a baseline no longer has.
  func finding(_ draft: Draft) -> Finding? {
    let kind = result["kind"].text?.lowercased() ?? "fail"
    if ["pass", "informational", "notapplicable"].contains(kind) { return nil }
    if result["baselineState"].text == "absent" { return nil }
    let id = Words.line(result["ruleId"].text ?? result["rule"]["id"].text ?? rule["id"].text ?? "")
    let ruleID = id.isEmpty ? "unknown" : id
    let places = locations(draft)
    var finding =
      Self.secretScanners.contains(run.name.lowercased())
      ? secret(ruleID, places, draft) : code(ruleID, kind, places, draft)
    finding.witnesses = [
      Witness(
        tool: run.name.isEmpty ? draft.tool : run.name.lowercased(),
        version: (run.driver["semanticVersion"].text ?? run.driver["version"].text)
          .map(Words.line), ruleID: ruleID, severity: rating(kind).label)
    ]
    finding.locations = places
    if let reason = suppression {
      finding.suppressed = true
      finding.suppressionReason = Words.line(reason)
    }
    return finding
  }

  private func code(
    _ ruleID: String, _ kind: String, _ places: [Location], _ draft: Draft
  ) -> Finding {
    let message = text
    var record = CodeRecord(
      rule: ruleID,
      title: rule["shortDescription"]["text"].text ?? SemgrepAdapter.title(message),
      rating: rating(kind))
    record.identityRule = "\(run.name.lowercased()):\(ruleID)"
    record.description = message
    record.confidence = confidence
    record.path = places.first?.path
    record.line = places.first?.line
    record.endLine = places.first?.endLine
    record.snippet = snippet
    record.weaknesses = weaknesses
    record.references = rule["helpUri"].texts
    return record.finding(draft)
  }

  private func secret(_ ruleID: String, _ places: [Location], _ draft: Draft) -> Finding {
    // The snippet may be the secret, a line or a mask of it: nobody says, so it is not kept.
    var record = SecretRecord(
      rule: ruleID, title: rule["shortDescription"]["text"].text ?? ruleID, rating: rating("fail"))
    record.path = places.first?.path
    record.line = places.first?.line
    record.commit = result["partialFingerprints"]["commitSha"].text
    return record.finding(draft)
  }

  /// A `security-severity`, else the level.
  private func rating(_ kind: String) -> Rating {
    for properties in [result["properties"], rule["properties"]] {
      if let score = properties["security-severity"].real, (0...10).contains(score) {
        return .score(score, label: properties["security-severity"].scalar.map(Words.line))
      }
    }
    if kind == "fail",
      let level = result["level"].text ?? rule["defaultConfiguration"]["level"].text
    {
      return Self.levels.rating(level)
    }
    if kind != "fail", kind != "open", kind != "review" { return Self.levels.rating("none") }
    // The standard's own default.
    return Self.levels.rating(result["level"].text ?? "warning")
  }

  private var confidence: Confidence {
    let words =
      rule["properties"]["precision"].text ?? result["properties"]["issue_confidence"].text
    switch words?.lowercased() {
    case "very-high", "high": return .high
    case "low": return .low
    default: return .medium
    }
  }

  /// Every suppression accepted, or without a status.
  private var suppression: String? {
    let list = result["suppressions"].elements
    guard !list.isEmpty,
      list.allSatisfy({
        ($0["status"].text ?? $0["state"].text ?? "accepted").lowercased() == "accepted"
      })
    else { return nil }
    let reason = list.lazy.compactMap { $0["justification"].text }.first
    return reason ?? "suppressed \(list.first?["kind"].text ?? "in the report")"
  }

  private var weaknesses: [String] {
    let tags = rule["properties"]["tags"].texts + result["properties"]["tags"].texts
    let tagged = tags.filter { $0.lowercased().contains("cwe") }.compactMap(Identifiers.weakness)
    let related = (rule["relationships"].elements.map { $0["target"] } + result["taxa"].elements)
      .filter { $0["toolComponent"]["name"].text?.uppercased() == "CWE" }
      .compactMap { $0["id"].scalar.flatMap(Identifiers.weakness) }
    let stated = [rule["properties"]["cwe"], result["properties"]["cwe"]]
      .flatMap(Identifiers.weaknesses)
    return tagged + related + stated
  }

  private var snippet: String? {
    let place = result["locations"].elements.first?["physicalLocation"] ?? .null
    if let text = place["region"]["snippet"]["text"].text { return text }
    // A whole-project result is told apart by what it says.
    return place.isNull ? text : nil
  }

  /// The message, its arguments filled in.
  private var text: String {
    let message = result["message"]
    let id = message["id"].text
    let shared = id.map { id in
      rule["messageStrings"][id]["text"].text ?? run.driver["globalMessageStrings"][id]["text"].text
    }
    var text =
      message["text"].text ?? shared.flatMap { $0 } ?? message["markdown"].text
      ?? rule["fullDescription"]["text"].text ?? rule["name"].text ?? "no message"
    for (index, argument) in message["arguments"].texts.prefix(20).enumerated() {
      text = text.replacing("{\(index)}", with: Words.line(argument))
    }
    // trivy writes its messages as HTML.
    if run.name.lowercased() == "trivy" { text = HTMLText.plain(text) }
    return Words.text(Self.withoutLinks(text))
  }

  /// `[words](3)` points to a related location and is shown as its words.
  private static func withoutLinks(_ text: String) -> String {
    // Most texts hold no bracket at all, and a search for one byte costs next to nothing.
    text.utf8.contains(0x5d) && text.contains("](")
      ? text.replacing(/\[([^\[\]]{1,200})\]\([0-9]{1,9}\)/) { $0.1 } : text
  }

  private func locations(_ draft: Draft) -> [Location] {
    result["locations"].elements.prefix(100).compactMap { place in
      let physical = place["physicalLocation"]
      guard let path = run.path(physical["artifactLocation"], root: draft.context.root) else {
        return nil
      }
      let region = physical["region"]
      var location = Location(
        path: path, line: region["startLine"].integer.flatMap { $0 > 0 ? $0 : nil })
      location.column = region["startColumn"].integer.flatMap { $0 > 0 ? $0 : nil }
      location.endLine = region["endLine"].integer.flatMap { $0 > 0 ? $0 : nil }
      return location
    }
  }
}
