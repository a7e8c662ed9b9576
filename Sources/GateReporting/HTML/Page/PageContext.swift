import FindingModel

/// What all sections write with: the judgement, the day it is read for, and the writer.
struct PageContext {
  let outcome: GateOutcome
  /// The moment that "in 25 days" counts from.
  let asOf: Timestamp?
  let html: HTMLWriter
  let facts: PageFacts

  /// - Parameter rows: how many findings the page lists, worst first.
  init(_ outcome: GateOutcome, asOf: Timestamp?, html: HTMLWriter, rows: Int) {
    self.outcome = outcome
    self.asOf = asOf ?? outcome.scope.at
    self.html = html
    facts = PageFacts(outcome, rows: rows)
  }

  func severity(_ severity: Severity) {
    html.element(.span, .class(PageWords.severityClass(severity))) {
      icon(severity)
      html.text(PageWords.severity(severity))
    }
  }

  func status(_ status: Condition.Status) {
    html.element(.span, .class(PageWords.statusClass(status))) {
      icon(PageWords.statusIcon(status))
      html.text(PageWords.status(status))
    }
  }

  func icon(_ severity: Severity) { icon(PageWords.severityIcon(severity)) }

  func icon(_ anchor: HTMLAnchor) {
    html.element(.svg, .class("icon"), .decorative) {
      html.element(.use, .link(.anchor(anchor))) {}
    }
  }

  func time(_ text: String?) {
    html.element(.time, text: text.map { String($0.prefix(10)) } ?? "—")
  }

  func code(_ text: String) { html.element(.code, text: text) }

  func path(_ text: String) { html.element(.code) { html.path(text) } }

  /// A link into the list of findings, filtered where scripting is on.
  func filtered(_ text: String, severity: Severity?, state: FindingState?) {
    var parts: [String] = []
    if let severity { parts.append("severity=" + PageWords.severity(severity)) }
    if let state { parts.append("state=" + PageWords.state(state)) }
    html.element(
      .a, .class("quiet"), .link(.anchor("findings")), .text(.filter, parts.joined(separator: "&")),
      text: text)
  }

  /// A link to a finding's row in the list, or its text where the list ends before.
  func row(_ finding: String, _ attributes: HTMLAttribute..., text: String) {
    guard facts.hasRow(finding) else { return html.text(text) }
    html.element(.a, attributes + [.link(.anchor(.row(finding)))]) { html.text(text) }
  }

  /// A link where the address is one that a page may link to, else its text. The address is shown:
  /// on paper it is all there is.
  func link(_ address: String) {
    if let web = HTMLAddress.web(address) {
      html.element(
        .a, .link(web), .text(.rel, "noopener noreferrer nofollow"), text: address)
    } else {
      html.text(address)
    }
  }

  func copyButton(_ label: String, _ value: String) {
    html.element(
      .button, .text(.type, "button"), .class("btn js-only"), .text(.copy, value), text: label)
  }

  /// Days from the page's day to `day`; nil where the page has none.
  func days(until day: Day) -> Int? { asOf.map { day.days(since: $0.day) } }

  func days(since text: String?) -> Int? {
    guard let asOf, let text, let then = Timestamp(text) else { return nil }
    return asOf.day.days(since: then.day)
  }
}
