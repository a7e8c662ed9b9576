import FindingModel

/// Did somebody move the goalposts: changes of policy, rules, baseline and hooks, looser first.
struct GateChangesSection: PageSection {
  static let anchor: HTMLAnchor = "gate"
  static let title = "Changes to the gate"

  func count(_ page: PageContext) -> Int? { page.outcome.gateChanges?.count }
  func isHot(_ page: PageContext) -> Bool {
    (page.outcome.gateChanges ?? []).contains { $0.effect == .looser }
  }

  func lede(_ page: PageContext) -> String {
    guard let base = page.outcome.scope.base else {
      return "No trusted base was named, so nothing can be compared: the gate took its policy and "
        + "decisions from the judged tree itself."
    }
    return "What changed in policy, rules and decisions against \(base). Looser changes come first "
      + "and do not count until the base has them."
  }

  func write(_ page: PageContext) {
    policy(page)
    guard let changes = page.outcome.gateChanges else { return }
    guard !changes.isEmpty else {
      return page.nothing("Nothing that decides the verdict differs from the base.")
    }
    let order: [GateChange.Effect] = [.looser, .tighter, .neutral]
    let html = page.html
    page.table(
      "stack", caption: "Changes to the gate",
      heads: [("", "Where"), ("", "Change"), ("", "Effect"), ("", "In force")]
    ) {
      html.element(.tbody) {
        for change in order.flatMap({ effect in changes.filter { $0.effect == effect } }) {
          html.element(.tr) {
            html.element(.th, .scope("row")) { page.path(change.subject) }
            html.element(.td, .class("diff"), .cell("Change")) {
              html.element(.div) {
                if let before = change.before { html.element(.del, text: before) }
                if let after = change.after { html.element(.ins, text: after) }
              }
            }
            html.element(.td, .cell("Effect")) {
              html.element(.div, text: change.effect.rawValue.capitalisedFirst)
            }
            html.element(.td, .cell("In force")) {
              html.element(.div, text: change.counts ? "Yes" : "No: pending until the base has it")
            }
          }
          html.line()
        }
      }
    }
  }

  private func policy(_ page: PageContext) {
    guard let policy = page.outcome.policy else { return }
    let rows = [
      ("Policy from", PageWords.source(policy.source)),
      ("Fails on", words(policy.failOn.map(\.rawValue))),
      ("Unknown severity counts as", policy.unknownAs.rawValue),
      ("Least confidence", policy.minConfidence.rawValue),
      ("Only new findings fail", policy.newOnly ? "yes" : "no: known ones fail too"),
      ("Only findings with a fix fail", policy.onlyFixed ? "yes" : "no"),
      ("Secrets fail when", words(policy.failOnExposure.map(\.rawValue))),
      ("Allowed gaps", policy.allow.isEmpty ? "none" : words(policy.allow.map(\.rawValue))),
    ]
    page.html.element(.dl, .class("facts")) {
      for (name, value) in rows {
        page.html.element(.dt, text: name)
        page.html.element(.dd, text: value)
      }
      for line in policy.further {
        page.html.element(.dt, text: "Further")
        page.html.element(.dd) { page.code(line) }
      }
    }
  }

  private func words(_ list: [String]) -> String { list.joined(separator: ", ") }
}
