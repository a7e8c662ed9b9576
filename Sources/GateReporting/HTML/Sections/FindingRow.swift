import FindingModel

/// One row of the list. The script takes its fields from this markup: one line a row, seven cells in
/// this order. A change here is a change there, and a test holds the two together.
enum FindingRow {
  static func write(_ finding: Finding, _ page: PageContext) {
    let html = page.html
    html.element(.tr, .id(.row(finding.id))) {
      // Its shape is the style sheet's: thousands of rows are quicker without an image each.
      html.element(
        .td, .class(PageWords.severityClass(finding.counted)),
        text: PageWords.severity(finding.counted))
      html.element(.td, text: PageWords.state(finding.state))
      html.element(.td) {
        html.element(.b, text: finding.title)
        html.element(.i) {
          html.text(PageWords.category(finding.category))
          html.dot()
          html.text(finding.ruleID)
        }
        if page.hasRelated(finding) {
          html.element(.small) {
            html.text("Also reported by ")
            page.related(finding)
          }
        }
      }
      html.element(.td) {
        html.path(FindingPlace.text(finding))
        html.element(.code, text: finding.id)
      }
      html.element(.td, text: FindingPlace.tools(finding))
      html.element(.td, text: finding.owner ?? "")
      html.element(.td, text: finding.firstSeen.map { String($0.prefix(10)) } ?? "")
    }
    html.line()
  }
}
