public import FindingModel

/// A comment for a pull or merge request: verdict, why, what to fix, worst first, within the
/// 65,535 characters that GitHub takes.
public struct MarkdownReport: ReportFormat {
  /// GitHub refuses a longer comment.
  static let limit = 65_535

  public init() {}

  public func write(_ outcome: GateOutcome, to sink: any ByteSink) throws(ReportError) {
    let outcome = outcome.bounded
    let output = ReportOutput(sink)
    output.write(render(outcome).text)
    try output.finish()
  }

  public func remarks(on outcome: GateOutcome) -> [String] {
    let left = render(outcome).left
    guard left > 0 else { return [] }
    return ["\(left) findings do not fit in \(Self.limit) characters and are left out"]
  }

  /// The comment, and how many findings did not fit.
  private func render(_ outcome: GateOutcome) -> (text: String, left: Int) {
    var page = MarkdownPage(limit: Self.limit)
    let sections = MarkdownSections(outcome)
    page.add(sections.verdict)
    page.add(sections.reasons)
    page.add(sections.counts)
    let failing = outcome.findings.filter { $0.failing == true }.worstFirst
    let open = outcome.findings.filter { $0.failing != true && $0.state.isOpen }.worstFirst
    let settled = outcome.findings.filter { !$0.state.isOpen && $0.state != .fixed }.worstFirst
    // What everybody must see has its room before lists begin.
    let footer = sections.footer
    page.reserve(footer)
    var left = page.add(table: "Blocking", failing, isOpen: true)
    page.add(sections.conditions)
    left += page.add(table: "Open, not blocking", open, isOpen: false)
    left += page.add(table: "Decided", settled, isOpen: false)
    page.addReserved(footer)
    return (page.text, left)
  }
}
