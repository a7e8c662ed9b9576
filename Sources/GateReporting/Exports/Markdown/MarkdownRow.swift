import FindingModel

/// A finding as a row of a table.
enum MarkdownRow {
  static func text(_ finding: Finding) -> String {
    let words = ExportFinding(finding)
    var what = MarkdownText.line(words.title, limit: 300)
    if let preview = finding.preview { what += " " + MarkdownText.line(preview, limit: 80) }
    let tools = Set(finding.witnesses.map(\.tool)).sorted().joined(separator: ", ")
    what += "<br><sub>\(MarkdownText.line(finding.ruleID, limit: 80))"
    if !tools.isEmpty { what += " · \(MarkdownText.line(tools, limit: 80))" }
    what += "</sub>"
    var place = MarkdownText.line(words.placeWords, limit: 300)
    if let commit = words.place.commit {
      place += "<br><sub>since \(MarkdownText.line(String(commit.prefix(10)), limit: 10))</sub>"
    }
    var state = MarkdownText.line(words.stateWord, limit: 40)
    if let reason = finding.stateReason ?? (words.isSettled ? words.reason : nil) {
      state += "<br><sub>\(MarkdownText.line(reason, limit: 200))</sub>"
    }
    let fix = MarkdownText.line(finding.remediation ?? fixedIn(finding), limit: 300)
    let severity = MarkdownText.line(words.severityWord, limit: 40)
    return "| \(severity) | \(what) | \(place) | \(state) | \(fix) |\n"
  }

  private static func fixedIn(_ finding: Finding) -> String {
    guard let package = finding.package else { return "" }
    return package.fixedIn.first.map { "upgrade \(package.name) to \($0)" } ?? "no fix known"
  }
}
