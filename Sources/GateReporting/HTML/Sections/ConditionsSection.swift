import FindingModel

/// What the policy asks, row by row; a missing row is *not done* and stays in the list.
struct ConditionsSection: PageSection {
  static let anchor: HTMLAnchor = "conditions"
  static let title = "Conditions"

  func count(_ page: PageContext) -> Int? {
    page.outcome.conditions.count { $0.status != .pass }
  }

  func isHot(_ page: PageContext) -> Bool { true }

  func lede(_ page: PageContext) -> String {
    let conditions = page.outcome.conditions
    if conditions.isEmpty {
      return "No requirement is configured: only the native secret scan was asked for."
    }
    let counts = Condition.Status.allCases.compactMap { status in
      let count = conditions.count { $0.status == status }
      return count == 0 ? nil : "\(count) \(PageWords.status(status).lowercased())"
    }
    return "What the policy asks, row by row: \(counts.joined(separator: ", ")). "
      + "A check without evidence is not done and stays in the list."
  }

  func write(_ page: PageContext) {
    guard !page.outcome.conditions.isEmpty else {
      return page.nothing("`secgate init` writes a requirement for each check that applies here.")
    }
    page.table(
      "stack", caption: "Conditions with requirement, result, status and evidence",
      heads: [
        ("c1", "Condition"), ("c3", "Required"), ("c3", "Result"), ("", "Status"), ("", "Evidence"),
      ]
    ) {
      for group in groups(page.outcome.conditions) {
        page.html.element(.tbody) {
          page.groupRow(group.name, columns: 5)
          for condition in group.rows { row(condition, page) }
        }
      }
    }
  }

  /// In the order of the policy, by the part of the check's name before the first dot.
  private func groups(_ conditions: [Condition]) -> [(name: String, rows: [Condition])] {
    var groups: [(name: String, rows: [Condition])] = []
    for condition in conditions {
      let head = condition.check.split(separator: ".").first.map(String.init) ?? condition.check
      let name = head.replacing("-", with: " ").capitalisedFirst
      if let at = groups.firstIndex(where: { $0.name == name }) {
        groups[at].rows.append(condition)
      } else {
        groups.append((name, [condition]))
      }
    }
    return groups
  }

  private func row(_ condition: Condition, _ page: PageContext) {
    let html = page.html
    html.element(.tr) {
      html.element(.th, .scope("row")) {
        html.text(condition.title)
        html.element(.small, text: condition.check)
      }
      html.element(.td, .class("soft"), .cell("Required")) {
        html.element(.div, text: condition.required)
      }
      html.element(.td, .cell("Result")) {
        html.element(.div) {
          if let first = condition.findings.first {
            page.row(first, text: condition.result)
          } else {
            html.text(condition.result)
          }
        }
      }
      html.element(.td, .cell("Status")) { html.element(.div) { page.status(condition.status) } }
      html.element(.td, .class("soft words"), .cell("Evidence")) {
        html.element(.div) { evidence(condition, page) }
      }
    }
    html.line()
  }

  private func evidence(_ condition: Condition, _ page: PageContext) {
    let html = page.html
    let runs = page.outcome.runs ?? []
    let found = condition.evidence.compactMap { id in runs.first { $0.id == id } }
    if found.isEmpty {
      let tools = condition.anyOf.joined(separator: " or ")
      return html.text(tools.isEmpty ? "—" : "none from \(tools)")
    }
    for (index, run) in found.enumerated() {
      if index > 0 { html.text(", ") }
      html.element(.a, .link(.anchor(.evidence(run.id))), text: run.tool)
    }
  }
}
