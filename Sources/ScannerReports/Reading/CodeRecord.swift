import FindingModel

/// What a code scanner says about one place, made into a finding in one way for all of them.
struct CodeRecord {
  /// The tool's rule.
  var rule: String
  /// What identity uses as the rule, where the tool's own name is not stable.
  var identityRule: String?
  var title: String
  var description: String?
  var rating: Rating
  var confidence = Confidence.medium
  var path: String?
  var line: Int?
  var column: Int?
  var endLine: Int?
  /// The flagged source, where the report holds it.
  var snippet: String?
  var weaknesses: [String] = []
  var identifiers: [String] = []
  var references: [String] = []
  var remediation: String?
  var category = FindingModel.Category.code
  var suppression: String?

  init(rule: String, title: String, rating: Rating) {
    self.rule = rule
    self.title = title
    self.rating = rating
  }

  func finding(_ draft: Draft) -> Finding {
    var location = Location(
      path: path.map { ReportPath.normalised(Words.line($0), root: draft.context.root) },
      line: line.flatMap { $0 > 0 ? $0 : nil })
    location.column = column.flatMap { $0 > 0 ? $0 : nil }
    if let endLine, let line, endLine >= line { location.endLine = endLine }
    let ruleID = Words.line(rule)
    let identity = "\(draft.tool):" + Words.line(identityRule ?? rule)
    let digest = snippetDigest(location, draft.context)
    let shownPath = location.path ?? ""
    // Without a snippet the line stands in until the source is read.
    var finding = Finding(
      id: Fingerprint.code(
        rule: identity, path: shownPath, snippet: digest ?? "line \(location.line ?? 0)",
        ordinal: 0),
      category: category, severity: rating.severity, severitySource: rating.source,
      confidence: confidence, title: Words.line(title), ruleID: ruleID,
      identifiers: Identifiers.sorted(weaknesses + identifiers),
      locations: location == Location() ? [] : [location],
      witnesses: [
        Witness(
          tool: draft.tool, version: draft.version.map(Words.line), ruleID: ruleID,
          severity: rating.label)
      ])
    finding.description = description.map(Words.text)
    finding.references = references.map(Words.line)
    finding.remediation = remediation.map(Words.text)
    finding.basis = .code(rule: identity, path: shownPath, snippet: digest)
    if let suppression {
      finding.suppressed = true
      finding.suppressionReason = Words.line(suppression)
    }
    return finding
  }

  private func snippetDigest(_ location: Location, _ context: ReportContext) -> String? {
    if let snippet, snippet.utf8.contains(where: { $0 > 0x20 }) {
      return Fingerprint.snippet(snippet)
    }
    guard let path = location.path, let line = location.line, let source = context.source?(path)
    else { return nil }
    let text = SourceLines.text(source, from: line, to: location.endLine ?? line)
    return text.map(Fingerprint.snippet)
  }
}
