import FindingModel

/// One entry of `tool.driver.rules`, complete enough that GitHub shows all of it.
struct SARIFRule: JSONWritable {
  let rule: SARIFRules.Rule
  let taxa: [Int]

  private var finding: Finding { rule.example }

  func write(to json: inout JSONWriter) {
    let words = ExportFinding(finding)
    let title = PlainText.line(words.title, limit: 1000)
    json.member("id", rule.id)
    json.member("shortDescription", SARIFText(text: title))
    json.member("fullDescription", SARIFText(text: fullDescription ?? title))
    json.member("help", SARIFText(text: help, markdown: markdownHelp))
    json.member("helpUri", words.references.first.map(RelativeURI.absolute))
    json.member("defaultConfiguration") { json in
      json.object { $0.member("level", SARIFLevel.of(finding.counted)) }
    }
    let weaknesses = words.weaknesses
    if !weaknesses.isEmpty {
      json.member("relationships", weaknesses.map { SARIFTaxon(number: $0, taxa: taxa) })
    }
    json.member("properties") { json in
      json.object { json in
        json.member("tags", tags)
        json.member("precision", precision)
        json.member("security-severity", SARIFLevel.score(of: finding.counted))
      }
    }
  }

  private var fullDescription: String? {
    let text = finding.description.map { PlainText.line($0, limit: 1000) } ?? ""
    return text.isEmpty ? nil : text
  }

  private var help: String {
    let way = finding.remediation.map { PlainText.block($0, limit: 8000) } ?? ""
    let links = ExportFinding(finding).references.prefix(5).map { "\n\($0)" }.joined()
    return way.isEmpty && links.isEmpty ? "No remediation is known." : way + links
  }

  /// Rendered by GitHub: all that came from a tool is text in it.
  private var markdownHelp: String {
    let way = finding.remediation.map { MarkdownText.block($0, limit: 8000) } ?? ""
    let links = ExportFinding(finding).references.prefix(5).map {
      "\n\n" + MarkdownText.line($0, limit: 2000)
    }
    return way.isEmpty && links.isEmpty ? "No remediation is known." : way + links.joined()
  }

  /// At most 20, of which the first 10 are shown.
  private var tags: [String] {
    let weaknesses = ExportFinding(finding).weaknesses.prefix(10).map { "external/cwe/cwe-\($0)" }
    return ["security", finding.category.rawValue] + weaknesses
  }

  private var precision: String {
    switch finding.confidence {
    case .high: "very-high"
    case .medium: "high"
    case .low: "low"
    }
  }
}

/// `{"text": …, "markdown": …}`.
struct SARIFText: JSONWritable {
  var text: String
  var markdown: String?

  func write(to json: inout JSONWriter) {
    json.member("text", text)
    json.member("markdown", markdown)
  }
}

/// A rule's or result's reference to a weakness in the run's taxonomy.
struct SARIFTaxon: JSONWritable {
  var number: Int
  var taxa: [Int]
  /// A result refers to the weakness itself, a rule states a relation to it.
  var isRelation = true

  func write(to json: inout JSONWriter) {
    guard isRelation else { return writeReference(to: &json) }
    json.member("target") { json in json.object { writeReference(to: &$0) } }
    json.member("kinds", ["superset"])
  }

  private func writeReference(to json: inout JSONWriter) {
    json.member("id", "CWE-\(number)")
    json.member("index", taxa.firstIndex(of: number))
    json.member("toolComponent") { json in
      json.object { json in
        json.member("name", "CWE")
        json.member("index", 0)
      }
    }
  }
}
