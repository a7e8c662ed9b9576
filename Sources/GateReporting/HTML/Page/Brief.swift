import FindingModel

/// Why, who must act, and what is open: the ten seconds after the verdict.
struct Brief {
  private static let mostReasons = 5
  private static let mostOwners = 6

  func write(_ page: PageContext) {
    page.html.element(.div, .class("brief")) {
      page.html.element(.div) { why(page) }
      page.html.element(.div) { who(page) }
      page.html.element(.div, .class("open")) { open(page) }
    }
    page.html.line()
  }

  private func why(_ page: PageContext) {
    let html = page.html
    html.element(.h2, text: "Why")
    let reasons = page.outcome.reasons
    guard !reasons.isEmpty else {
      return html.element(.p, .class("soft"), text: page.outcome.headline)
    }
    let order: [Reason.Kind] = [.fail, .incomplete, .notice]
    let sorted = order.flatMap { kind in reasons.filter { $0.kind == kind } }
    html.element(.ol, .class("reasons")) {
      for reason in sorted.prefix(Self.mostReasons) {
        html.element(.li) {
          mark(reason.kind, page)
          html.element(
            .a, .link(.anchor(Self.section(of: reason))), text: reason.text)
        }
      }
    }
    if sorted.count > Self.mostReasons {
      let more = sorted.count - Self.mostReasons
      html.element(
        .p, .class("soft"),
        text: "And \(PageWords.count(more, "more reason", "more reasons")), in the sections below.")
    }
  }

  private func mark(_ kind: Reason.Kind, _ page: PageContext) {
    let (style, word, icon): (StaticString, String, HTMLAnchor) =
      switch kind {
      case .fail: ("status fail", "Fail: ", "i-fail")
      case .incomplete: ("status incomplete", "Incomplete: ", "i-half")
      case .notice: ("status todo", "Notice: ", "i-todo")
      }
    page.html.element(.span, .class(style)) {
      page.icon(icon)
      page.html.element(.span, .class("unseen"), text: word)
    }
  }

  private static func section(of reason: Reason) -> HTMLAnchor {
    if reason.check != nil { return "conditions" }
    if !reason.findings.isEmpty { return "blocking" }
    return reason.kind == .fail ? "blocking" : "evidence"
  }

  private func who(_ page: PageContext) {
    let html = page.html
    html.element(.h2, text: "Who must act")
    let groups = page.facts.failingByOwner
    guard !groups.isEmpty else {
      return html.element(.p, .class("soft"), text: "Nobody has a finding to fix before launch.")
    }
    let owners = groups.sorted {
      $0.value.count == $1.value.count ? $0.key < $1.key : $0.value.count > $1.value.count
    }
    page.table(
      "stack", caption: "Who must act before launch",
      heads: [("", "Owner"), ("", "First to do"), ("num", "Findings")]
    ) {
      html.element(.tbody) {
        for (owner, failing) in owners.prefix(Self.mostOwners) {
          let first = page.outcome.findings[failing.first]
          html.element(.tr) {
            html.element(.th, .scope("row"), text: owner.isEmpty ? "Nobody named" : owner)
            html.element(.td, .cell("First to do")) {
              html.element(.div) {
                page.row(first.id, text: first.title)
                if let fix = first.remediation { html.element(.small, text: fix) }
              }
            }
            html.element(.td, .class("num"), .cell("Findings")) {
              html.text(Numbers.grouped(failing.count))
            }
          }
        }
      }
    }
  }

  private func open(_ page: PageContext) {
    let html = page.html
    let isWhole = page.outcome.verdict != .incomplete
    html.element(.h2, text: isWhole ? "Open now" : "Open in what was searched")
    page.table(
      "", caption: "Open findings by severity",
      heads: [("", "Severity"), ("num", "Open"), ("num", "New")]
    ) {
      html.element(.tbody) {
        for severity in Severity.allCases {
          html.element(.tr) {
            html.element(.th, .scope("row")) { page.severity(severity) }
            html.element(.td, .class("num"), text: Numbers.grouped(page.facts.open[severity] ?? 0))
            html.element(
              .td, .class("num"), text: Numbers.grouped(page.facts.new[severity] ?? 0))
          }
        }
      }
      html.element(.tfoot) {
        html.element(.tr) {
          html.element(.th, .scope("row"), text: "All")
          html.element(.td, .class("num"), text: Numbers.grouped(page.facts.openCount))
          html.element(
            .td, .class("num"), text: Numbers.grouped(page.facts.newCount))
        }
      }
    }
  }
}
