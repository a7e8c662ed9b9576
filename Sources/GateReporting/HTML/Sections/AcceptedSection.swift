import FindingModel

/// Every risk that is carried: why, who said so, until when. Read aloud in the meeting, so what no
/// longer holds comes first, then what ends soon.
struct AcceptedSection: PageSection {
  static let anchor: HTMLAnchor = "accepted"
  static let title = "Accepted risks"
  private static let soon = 30
  /// Adopted findings can be thousands; they are one record each, and the list has them all.
  private static let mostAdopted = 200

  private static func carried(_ page: PageContext) -> [DecisionSummary] {
    page.outcome.decisions.filter {
      [.acceptedRisk, .mitigated, .known, .waiver].contains($0.decision.kind)
    }
  }

  func count(_ page: PageContext) -> Int? { Self.carried(page).count }

  func lede(_ page: PageContext) -> String {
    let carried = Self.carried(page)
    let adopted = carried.count { $0.decision.kind == .known }
    let void = carried.count { $0.status == .void }
    var text = "Risks that somebody took, each with owner, reason and end."
    if void > 0 {
      text += " \(PageWords.count(void, "decision no longer holds", "decisions no longer hold"))."
    }
    if adopted > 0 {
      text +=
        " \(PageWords.count(adopted, "finding was", "findings were")) adopted as known when "
        + "secgate was introduced: nobody has judged them one by one."
    }
    return text
  }

  func write(_ page: PageContext) {
    let carried = Self.carried(page)
    guard !carried.isEmpty else { return page.nothing("Nobody has accepted a risk.") }
    page.table(
      "stack", caption: "Accepted risks",
      heads: [("", "Finding"), ("", "Reason"), ("c2", "Severity"), ("", "Owner"), ("", "Expires")]
    ) {
      for group in groups(carried, page) where !group.rows.isEmpty {
        page.html.element(.tbody) {
          page.groupRow("\(group.name) (\(Numbers.grouped(group.rows.count)))", columns: 5)
          for row in group.rows.prefix(Self.mostAdopted) { write(row, page) }
          if group.rows.count > Self.mostAdopted { rest(group.rows.count, page) }
        }
      }
    }
  }

  private func rest(_ count: Int, _ page: PageContext) {
    page.html.element(.tr) {
      page.html.element(
        .td, .colspan(5),
        text: "\(Numbers.grouped(count - Self.mostAdopted)) more: secgate findings list")
    }
  }

  private func groups(_ carried: [DecisionSummary], _ page: PageContext)
    -> [(name: String, rows: [DecisionSummary])]
  {
    func rows(_ status: DecisionSummary.Status, _ isIn: (DecisionSummary) -> Bool)
      -> [DecisionSummary]
    {
      carried.filter { $0.status == status && isIn($0) }.map { (key: Key($0), row: $0) }
        .sorted { $0.key < $1.key }.map(\.row)
    }
    func ends(_ summary: DecisionSummary) -> Bool {
      summary.decision.expires.flatMap(page.days(until:)).map { $0 <= Self.soon } ?? false
    }
    func adopted(_ summary: DecisionSummary) -> Bool { summary.decision.kind == .known }
    return [
      ("Waived checks", rows(.valid) { $0.decision.kind == .waiver }),
      ("No longer valid", rows(.void) { _ in true }),
      (
        "Ends within \(Self.soon) days",
        rows(.valid) { ends($0) && !adopted($0) && $0.decision.kind != .waiver }
      ),
      ("Valid", rows(.valid) { !ends($0) && !adopted($0) && $0.decision.kind != .waiver }),
      ("Adopted as known", rows(.valid, adopted)),
      ("Pending: on this branch only, does not count yet", rows(.pending) { _ in true }),
      ("Stale: its finding is gone", rows(.stale) { _ in true }),
    ]
  }

  private func write(_ summary: DecisionSummary, _ page: PageContext) {
    let html = page.html
    let decision = summary.decision
    html.element(.tr) {
      html.element(.th, .scope("row")) { DecisionCells.name(summary, page) }
      html.element(.td, .cell("Reason")) {
        html.element(.div) {
          html.text(decision.reason)
          for void in summary.voidReasons { html.element(.small, text: "No longer: \(void)") }
          if let justification = decision.justification {
            html.element(.small, text: justification.replacing("_", with: " "))
          }
        }
      }
      html.element(.td, .cell("Severity")) { html.element(.div) { severity(summary, page) } }
      html.element(.td, .cell("Owner")) {
        html.element(.div) { DecisionCells.owner(summary, page) }
      }
      html.element(.td, .class("nowrap"), .cell("Expires")) {
        html.element(.div) { expiry(decision, page) }
      }
    }
    html.line()
  }

  private func severity(_ summary: DecisionSummary, _ page: PageContext) {
    let then = summary.decision.at?.severity
    guard let now = summary.severityNow else {
      return page.html.text(then.map { "\($0.rawValue), finding gone" } ?? "—")
    }
    page.severity(now)
    if let then {
      page.html.element(
        .small, text: then == now ? "unchanged" : "was \(then.rawValue) when decided")
    }
  }

  private func expiry(_ decision: Decision, _ page: PageContext) {
    guard let expires = decision.expires else { return page.html.text("never") }
    page.html.element(.b) { page.html.element(.time, text: expires.description) }
    guard let days = page.days(until: expires) else { return }
    let words =
      days < 0
      ? PageWords.count(-days, "day ago", "days ago")
      : days == 0 ? "today is its last day" : "in " + PageWords.count(days, "day", "days")
    page.html.element(.small, text: words)
  }
}

/// What ends first, then what is worst.
private struct Key: Comparable {
  let expires: Day
  let rank: Int
  let id: String

  init(_ summary: DecisionSummary) {
    expires = summary.decision.expires ?? .distantFuture
    rank = summary.severityNow?.rank ?? -1
    id = summary.decision.id
  }

  static func < (left: Key, right: Key) -> Bool {
    (left.expires, right.rank, left.id) < (right.expires, left.rank, right.id)
  }
}

extension Day {
  /// Later than any day that a decision can name.
  fileprivate static let distantFuture = Day(sinceEpoch: Int.max)
}
