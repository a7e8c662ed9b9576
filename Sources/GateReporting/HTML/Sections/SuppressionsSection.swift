import FindingModel

/// What is hidden without a decision in the store.
struct SuppressionsSection: PageSection {
  static let anchor: HTMLAnchor = "suppressions"
  static let title = "Suppressions outside the store"
  static let entry = "Suppressions"
  private static let most = 500

  func count(_ page: PageContext) -> Int? { page.outcome.suppressions.count }

  func lede(_ page: PageContext) -> String {
    "Comments, ignore files, exclusions and allowed gaps that hide something without a decision "
      + "that names an owner."
  }

  func write(_ page: PageContext) {
    let suppressions = page.outcome.suppressions
    guard !suppressions.isEmpty else {
      return page.nothing("No comment, ignore file or exclusion hides anything that was seen.")
    }
    let html = page.html
    page.table(
      "stack", caption: "Suppressions outside the store",
      heads: [("", "Kind"), ("", "Where"), ("", "What it hides"), ("", "Reason"), ("", "Counts")]
    ) {
      html.element(.tbody) {
        for suppression in suppressions.prefix(Self.most) { write(suppression, page) }
      }
    }
    if suppressions.count > Self.most {
      html.element(
        .p, .class("lede"),
        text: "\(Numbers.grouped(suppressions.count - Self.most)) more are in the JSON report.")
    }
  }

  private func write(_ suppression: Suppression, _ page: PageContext) {
    let html = page.html
    html.element(.tr) {
      html.element(.th, .scope("row")) {
        html.text(suppression.kind.replacing("-", with: " ").capitalisedFirst)
        html.element(.small, text: suppression.tool)
      }
      html.element(.td, .cell("Where")) { html.element(.div) { page.path(suppression.place) } }
      html.element(.td, .cell("Hides")) {
        html.element(.div) {
          if let finding = suppression.finding {
            page.row(finding, text: suppression.what)
          } else {
            html.text(suppression.what)
          }
        }
      }
      html.element(.td, .cell("Reason")) {
        html.element(.div, text: suppression.reason ?? "none given")
      }
      html.element(.td, .cell("Counts")) {
        html.element(.div, text: suppression.counts ? "yes" : "no, listed only")
      }
    }
    html.line()
  }
}
