public import FindingModel

/// The page for the launch review: one file, no network, readable with scripting off, the same
/// bytes for the same judgement and day.
public struct LaunchPage: ReportFormat {
  /// The moment that relative days count from; nil: the moment of judgement. It only dates the
  /// rendering and changes no verdict.
  public var asOf: Timestamp?

  private let sections: [any PageSection]
  private let rows: Int

  public init(asOf: Timestamp? = nil) { self.init(asOf: asOf, list: AllFindingsSection()) }

  init(asOf: Timestamp?, list: AllFindingsSection) {
    self.asOf = asOf
    rows = list.most
    sections = [
      ConditionsSection(), CountsSection(), BlockingSection(), AcceptedSection(),
      FalsePositivesSection(), SuppressionsSection(), SecretsSection(), EvidenceSection(),
      LoadAndTestsSection(), TrendSection(), GateChangesSection(), SignOffSection(), list,
    ]
  }

  public func write(_ outcome: GateOutcome, to sink: any ByteSink) throws(ReportError) {
    let output = ReportOutput(sink)
    let page = PageContext(outcome, asOf: asOf, html: HTMLWriter(output), rows: rows)
    page.html.document()
    page.html.element(.html, .text(.lang, "en"), .text(.document, Self.footer(outcome))) {
      PageHead.write(page)
      page.html.line()
      page.html.element(.body) { body(page) }
    }
    page.html.line()
    try output.finish()
  }

  private func body(_ page: PageContext) {
    let html = page.html
    html.element(.a, .class("skip"), .link(.anchor("verdict")), text: "Skip to the verdict")
    PageIcons.write(html)
    html.line()
    html.element(.main) {
      VerdictBand().write(page)
      html.element(.div, .class("wrap")) {
        Brief().write(page)
        html.element(.div, .class(PageHead.verdictClass(page.outcome.verdict, "body"))) {
          contents(page)
          html.element(.div) { for section in sections { section.writeWhole(page) } }
        }
      }
    }
    foot(page)
    html.element(
      .p, .class("unseen"), .id("live"), .text(.role, "status"), text: "")
    html.script(.launch)
  }

  private func contents(_ page: PageContext) {
    let html = page.html
    html.element(.nav, .class("toc"), .text(.label, "Sections")) {
      html.element(.p, .class("now")) {
        page.icon(PageWords.verdictIcon(page.outcome.verdict))
        html.text(PageWords.verdict(page.outcome.verdict) + " ")
        if let commit = page.outcome.scope.commit { page.code(PageWords.short(commit)) }
      }
      html.element(.ol) { for section in sections { entry(section, page) } }
    }
    html.line()
  }

  private func entry(_ section: some PageSection, _ page: PageContext) {
    let html = page.html
    html.element(.li) {
      html.element(.a, .link(.anchor(type(of: section).anchor))) {
        html.element(.span, text: type(of: section).entry)
        if let count = section.count(page) {
          let hot: StaticString = section.isHot(page) && count > 0 ? "hot" : ""
          html.element(.b, .class(hot), text: Numbers.grouped(count))
        }
      }
    }
  }

  private func foot(_ page: PageContext) {
    let html = page.html
    html.element(.footer) {
      html.element(.div, .class("wrap")) {
        html.element(.p, text: "Made by secgate \(page.outcome.version) from its own store.")
        html.element(.p) {
          html.text("Check it: ")
          page.code("secgate report --html --verify FILE")
        }
      }
    }
  }

  /// What stands at the foot of each sheet of paper.
  private static func footer(_ outcome: GateOutcome) -> String {
    var parts = [outcome.scope.name, PageWords.verdict(outcome.verdict)]
    if let commit = outcome.scope.commit { parts.append(String(commit.prefix(12))) }
    if let digests = outcome.digests { parts.append("verdict \(digests.verdict.prefix(12))") }
    return parts.joined(separator: " · ")
  }
}
