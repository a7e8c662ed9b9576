import FindingModel

/// The cells that all tables of decisions share.
enum DecisionCells {
  static func name(_ summary: DecisionSummary, _ page: PageContext) {
    let decision = summary.decision
    let finding = page.facts.byID[decision.id]
    let title = finding?.title ?? decision.title ?? decision.id
    if finding != nil {
      page.row(decision.id, .class("quiet"), text: title)
    } else {
      page.html.text(title)
    }
    if let finding {
      page.html.element(.small) { page.path(FindingPlace.text(finding)) }
    }
    page.html.element(.small) { page.code(decision.id) }
  }

  /// Owner and approver as the file says, and beside them who brought the file in.
  static func owner(_ summary: DecisionSummary, _ page: PageContext) {
    let decision = summary.decision
    page.html.text(decision.owner)
    page.html.element(
      .small, text: decision.approver.map { "approved by \($0)" } ?? "no approver named")
    if let ticket = decision.ticket { page.html.element(.small, text: ticket) }
    page.html.element(.small) {
      if let commit = summary.commit {
        page.html.text("brought in by \(summary.broughtBy ?? "unknown"), ")
        page.code(PageWords.short(commit))
        page.html.text(", ")
        page.time(summary.broughtOn)
      } else {
        page.html.text("not committed")
      }
    }
  }
}
