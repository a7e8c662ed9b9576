import FindingModel

/// The parts of the comment beside the lists of findings.
struct MarkdownSections {
  private static let reasonLimit = 20
  private static let conditionLimit = 60
  private let outcome: GateOutcome

  init(_ outcome: GateOutcome) { self.outcome = outcome }

  var verdict: String {
    let mark =
      switch outcome.verdict {
      case .pass: "✅"
      case .fail: "❌"
      case .incomplete: "⚠"
      }
    var text = "## \(mark) \(MarkdownText.line(outcome.headline, limit: 400))\n\n"
    var about = [MarkdownText.line(outcome.scope.name, limit: 100)]
    if let commit = outcome.scope.commit {
      about.append("commit " + MarkdownText.line(String(commit.prefix(12)), limit: 12))
    }
    if let base = outcome.scope.base {
      about.append("against " + MarkdownText.line(base, limit: 100))
    }
    text += about.joined(separator: " · ") + "\n\n"
    for note in outcome.scope.notes.prefix(5) {
      text += MarkdownText.line(note, limit: 300) + "\n\n"
    }
    return text
  }

  var reasons: String {
    guard !outcome.reasons.isEmpty else { return "" }
    let lines = outcome.reasons.prefix(Self.reasonLimit).map { reason in
      "- **\(reason.kind.rawValue)** \(MarkdownText.line(reason.text, limit: 500))\n"
    }
    let more = outcome.reasons.count - lines.count
    return lines.joined() + (more > 0 ? "- … and \(more) more reasons\n" : "") + "\n"
  }

  /// Severity by state; the rows add up to what was found.
  var counts: String {
    guard outcome.counts.found > 0 else { return "Nothing was found.\n\n" }
    let states = FindingState.allCases.filter { state in
      Severity.allCases.contains { outcome.counts.count($0, state) > 0 }
    }
    var text =
      "| | "
      + states.map { $0.rawValue.replacing("_", with: " ") }
      .joined(separator: " | ")
    text += " | all |\n|" + String(repeating: " --- |", count: states.count + 2) + "\n"
    for severity in Severity.allCases {
      let row = states.map { outcome.counts.count(severity, $0) }
      let sum = row.reduce(0, +)
      guard sum > 0 else { continue }
      let cells = (row + [sum]).map { $0 == 0 ? "·" : Numbers.grouped($0) }
      text += "| **\(severity.rawValue)** | " + cells.joined(separator: " | ") + " |\n"
    }
    return text + "\n"
  }

  var conditions: String {
    guard !outcome.conditions.isEmpty else { return "" }
    var text = "| Condition | Asked | Found | |\n| --- | --- | --- | --- |\n"
    for condition in outcome.conditions.prefix(Self.conditionLimit) {
      let cells = [condition.title, condition.required, condition.result].map {
        MarkdownText.line($0, limit: 200)
      }
      text += "| " + cells.joined(separator: " | ") + " | \(word(condition.status)) |\n"
    }
    let more = outcome.conditions.count - Self.conditionLimit
    return text + (more > 0 ? "\n… and \(more) more conditions\n" : "") + "\n"
  }

  private func word(_ status: Condition.Status) -> String {
    switch status {
    case .pass: "✅ pass"
    case .fail: "❌ fail"
    case .incomplete: "⚠ incomplete"
    case .notDone: "⚠ not done"
    case .waived: "waived"
    }
  }

  var footer: String { "<sub>secgate \(MarkdownText.line(outcome.version, limit: 40))</sub>\n" }
}
