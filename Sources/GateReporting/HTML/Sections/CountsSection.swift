import FindingModel

/// Findings by severity and state, adding up; then by age and by owner.
struct CountsSection: PageSection {
  static let anchor: HTMLAnchor = "counts"
  static let title = "Counts by severity and state"
  static let entry = "Counts"

  private static let states: [(FindingState, StaticString)] = [
    (.new, "k1"), (.known, "k2"), (.expired, "k3"), (.accepted, "k4"), (.mitigated, "k4"),
    (.falsePositive, "k5"), (.allowedInline, "k5"),
  ]

  func count(_ page: PageContext) -> Int? { page.outcome.counts.found }

  func lede(_ page: PageContext) -> String {
    let counts = page.outcome.counts
    let parts = Self.states.map { state, _ in
      let sum = Severity.allCases.reduce(0) { $0 + counts.count($1, state) }
      return "\(Numbers.grouped(sum)) \(PageWords.state(state).lowercased())"
    }
    var text = "\(Numbers.grouped(counts.found)) found = \(parts.joined(separator: " + "))."
    text += " A finding that several tools report is counted once."
    if page.facts.unstated > 0 {
      text +=
        " No tool states a severity for \(Numbers.grouped(page.facts.unstated)) of them: each "
        + "stands under what the policy counts it as."
    }
    if counts.fixed > 0 { text += " \(Numbers.grouped(counts.fixed)) more were fixed." }
    if let suspects = page.outcome.coverage?.suspects, suspects > 0 {
      text += " \(PageWords.count(suspects, "suspect", "suspects")) of low confidence stand apart."
    }
    return text
  }

  func write(_ page: PageContext) {
    matrix(page)
    page.html.element(.div, .class("two sub")) {
      page.html.element(.div) { ages(page) }
      page.html.element(.div) { owners(page) }
    }
  }

  private func matrix(_ page: PageContext) {
    let html = page.html
    let counts = page.outcome.counts
    let largest = max(
      1,
      Severity.allCases.map { severity in
        Self.states.reduce(0) { $0 + counts.count(severity, $1.0) }
      }.max() ?? 1)
    html.element(.div, .class("wide")) {
      html.element(.table, .class("counts")) {
        html.element(
          .caption, .class("unseen"), text: "Findings by severity and state, with a stacked bar")
        html.element(.thead) {
          html.element(.tr) {
            html.element(.th, .scope("col"), text: "Severity")
            for (state, style) in Self.states {
              html.element(.th, .scope("col"), .class("num")) {
                Bars.swatch(style, html)
                html.text(PageWords.state(state))
              }
            }
            html.element(.th, .scope("col"), .class("num"), text: "Found")
            html.element(.th, .scope("col"), .class("bars"), text: "Share of each state")
          }
        }
        html.element(.tbody) {
          for severity in Severity.allCases { row(severity, largest, page) }
        }
        html.element(.tfoot) { total(page) }
      }
    }
  }

  private func row(_ severity: Severity, _ largest: Int, _ page: PageContext) {
    let html = page.html
    let numbers = Self.states.map { page.outcome.counts.count(severity, $0.0) }
    html.element(.tr) {
      html.element(.th, .scope("row")) { page.severity(severity) }
      for (index, number) in numbers.enumerated() {
        html.element(.td, .class("num")) {
          if number == 0 {
            html.element(.span, .class("zero"), text: "0")
          } else {
            page.filtered(
              Numbers.grouped(number), severity: severity, state: Self.states[index].0)
          }
        }
      }
      html.element(.td, .class("num")) {
        html.element(.b, text: Numbers.grouped(numbers.reduce(0, +)))
      }
      html.element(.td, .class("bars")) {
        Bars.stacked(zip(numbers, Self.states).map { ($0, $1.1) }, of: largest, html)
      }
    }
    html.line()
  }

  private func total(_ page: PageContext) {
    let html = page.html
    html.element(.tr) {
      html.element(.th, .scope("row"), text: "All")
      for (state, _) in Self.states {
        let sum = Severity.allCases.reduce(0) { $0 + page.outcome.counts.count($1, state) }
        html.element(.td, .class("num"), text: Numbers.grouped(sum))
      }
      html.element(.td, .class("num"), text: Numbers.grouped(page.outcome.counts.found))
      html.element(.td) {}
    }
  }

  private func ages(_ page: PageContext) {
    let limits = [(7, "Up to a week"), (30, "Up to 30 days"), (90, "Up to 90 days")]
    var numbers = [Int](repeating: 0, count: 5)
    for (day, count) in page.facts.openByDay {
      guard let days = page.days(since: day) else {
        numbers[4] += count
        continue
      }
      numbers[limits.firstIndex { days <= $0.0 } ?? 3] += count
    }
    let names = limits.map(\.1) + ["Older", "Not recorded"]
    page.html.element(.h3, text: "Age of open findings")
    Bars.table(
      "Open findings by age", "First seen", zip(names, numbers).map { ($0, $1) }, page)
  }

  private func owners(_ page: PageContext) {
    let sorted = page.facts.openByOwner.map { ($0.key.isEmpty ? "Nobody named" : $0.key, $0.value) }
      .sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }
    page.html.element(.h3, text: "Open findings by owner")
    guard !sorted.isEmpty else { return page.nothing("Nothing is open.") }
    Bars.table("Open findings by owner", "Owner", Array(sorted.prefix(8)), page)
  }
}
