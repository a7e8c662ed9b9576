public import FindingModel

/// Findings beside the lines they are about, written to a CI job's log.
public struct AnnotationsReport: ReportFormat {
  public enum Style: String, Sendable, CaseIterable {
    /// Workflow commands of GitHub Actions.
    case github
    /// `path:line:column: error: message`, which GitLab's log, editors and problem matchers read.
    case plain
  }

  /// GitHub shows ten errors and ten warnings of a step; the rest would only fill the log.
  static let limit = 50

  public var style: Style

  public init(_ style: Style) { self.style = style }

  public func write(_ outcome: GateOutcome, to sink: any ByteSink) throws(ReportError) {
    let outcome = outcome.bounded
    let output = ReportOutput(sink)
    let shown = shown(outcome)
    for finding in shown.prefix(Self.limit) { output.write(line(finding) + "\n") }
    for reason in outcome.reasons.prefix(Self.limit) where reason.kind == .incomplete {
      output.write(line(reason) + "\n")
    }
    let left = shown.count - Self.limit
    if left > 0 { output.write(remark("\(left) more findings are not annotated") + "\n") }
    try output.finish()
  }

  public func remarks(on outcome: GateOutcome) -> [String] {
    let left = shown(outcome).count - Self.limit
    return left > 0 ? ["\(left) findings are not annotated: \(Self.limit) are the most"] : []
  }

  /// What fails; the rest is in the report.
  private func shown(_ outcome: GateOutcome) -> [Finding] {
    outcome.findings.filter { $0.failing == true }.worstFirst
  }

  private func line(_ finding: Finding) -> String {
    let words = ExportFinding(finding)
    let place = words.place
    let title = PlainText.line(words.title, limit: 200)
    var text = "\(words.severityWord): \(title)"
    if let preview = finding.preview { text += " " + PlainText.line(preview, limit: 80) }
    if let way = finding.remediation { text += ". " + PlainText.line(way, limit: 1000) }
    switch style {
    case .github:
      var properties: [(String, String)] = []
      if let path = place.path { properties.append(("file", PlainText.line(path, limit: 1000))) }
      if let line = place.line { properties.append(("line", String(line))) }
      if let column = place.column { properties.append(("col", String(column))) }
      properties.append(("title", "secgate: \(PlainText.line(finding.ruleID, limit: 100))"))
      return command("error", properties, text)
    case .plain:
      let column = place.column.map { ":\($0)" } ?? ""
      let position = PlainText.line(words.placeWords, limit: 1000)
      return "\(position)\(place.line == nil ? "" : column): error: \(text)"
    }
  }

  private func line(_ reason: Reason) -> String {
    let text = PlainText.line(reason.text, limit: 1000)
    switch style {
    case .github: return command("warning", [("title", "secgate: incomplete")], text)
    case .plain: return "secgate: warning: incomplete: \(text)"
    }
  }

  private func remark(_ text: String) -> String {
    style == .github ? command("notice", [], text) : "secgate: note: \(text)"
  }

  /// `::error file=a,line=1::message`; what would end a value is escaped as GitHub's toolkit does.
  private func command(_ name: String, _ properties: [(String, String)], _ text: String) -> String {
    let list = properties.map { "\($0.0)=\(Self.property($0.1))" }.joined(separator: ",")
    return "::\(name)\(list.isEmpty ? "" : " " + list)::\(Self.data(text))"
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
