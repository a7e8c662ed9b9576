import FindingModel

/// What was judged wrong, by whom and why, and which tool is wrong most often.
struct FalsePositivesSection: PageSection {
  static let anchor: HTMLAnchor = "false-positives"
  static let title = "False positives"
  private static let most = 500

  private static func rows(_ page: PageContext) -> [DecisionSummary] {
    page.outcome.decisions.filter { $0.decision.kind == .falsePositive }
  }

  func count(_ page: PageContext) -> Int? { Self.rows(page).count }

  func lede(_ page: PageContext) -> String {
    "Findings that somebody judged wrong, with the reason, and how often each tool was wrong."
  }

  func write(_ page: PageContext) {
    let rows = Self.rows(page)
    if rows.isEmpty {
      page.nothing("No finding was judged a false positive.")
    } else {
      table(rows, page)
    }
    page.html.element(.div, .class("sub")) {
      page.html.element(.h3, text: "False positives by tool")
      share(page)
    }
  }

  private func table(_ rows: [DecisionSummary], _ page: PageContext) {
    let html = page.html
    page.table(
      "stack", caption: "False positives",
      heads: [("", "Finding"), ("", "Why it is wrong"), ("", "Seen by"), ("", "Judged")]
    ) {
      html.element(.tbody) {
        for row in rows.prefix(Self.most) { write(row, page) }
      }
    }
    if rows.count > Self.most {
      html.element(
        .p, .class("lede"),
        text: "\(Numbers.grouped(rows.count - Self.most)) more: secgate findings list "
          + "--state false_positive")
    }
  }

  private func write(_ summary: DecisionSummary, _ page: PageContext) {
    let html = page.html
    html.element(.tr) {
      html.element(.th, .scope("row")) { DecisionCells.name(summary, page) }
      html.element(.td, .cell("Reason")) {
        html.element(.div) {
          html.text(summary.decision.reason)
          if summary.status != .valid {
            let words = [summary.status.rawValue] + summary.voidReasons
            html.element(.small, text: words.joined(separator: ", "))
          }
        }
      }
      html.element(.td, .class("words"), .cell("Seen by")) {
        html.element(
          .div, text: page.facts.byID[summary.decision.id].map(FindingPlace.tools) ?? "gone")
      }
      html.element(.td, .cell("Judged")) {
        html.element(.div) {
          DecisionCells.owner(summary, page)
          html.element(.small) {
            html.text("judged ")
            page.time(summary.decision.created.description)
          }
        }
      }
    }
    html.line()
  }

  private func share(_ page: PageContext) {
    let all = page.facts.tools
    guard !all.isEmpty else { return page.nothing("No tool found anything.") }
    let rows = all.sorted {
      $0.value.wrong == $1.value.wrong ? $0.key < $1.key : $0.value.wrong > $1.value.wrong
    }
    page.table(
      "rows", caption: "Findings and false positives by tool",
      heads: [("", "Tool"), ("num", "Found"), ("num", "False"), ("bars", "Share")]
    ) {
      page.html.element(.tbody) {
        for (tool, numbers) in rows {
          page.html.element(.tr) {
            page.html.element(.th, .scope("row"), text: tool)
            page.html.element(.td, .class("num"), text: Numbers.grouped(numbers.found))
            page.html.element(.td, .class("num"), text: Numbers.grouped(numbers.wrong))
            page.html.element(.td, .class("bars")) {
              Bars.stacked(
                [(numbers.wrong, "k3"), (numbers.found - numbers.wrong, "k5")], of: numbers.found,
                page.html)
            }
          }
        }
      }
    }
  }
}
