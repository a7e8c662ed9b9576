import FindingModel

/// Did each tool really run, whole, on this commit; and what was not looked at.
struct EvidenceSection: PageSection {
  static let anchor: HTMLAnchor = "evidence"
  static let title = "Evidence"

  private static func gaps(_ page: PageContext) -> [Gap] { page.outcome.coverage?.gaps ?? [] }

  func count(_ page: PageContext) -> Int? { page.outcome.runs?.count ?? 0 }

  func lede(_ page: PageContext) -> String {
    "What proves each answer: which program really ran, on which commit, how it ended, and the "
      + "digest of its report."
  }

  func write(_ page: PageContext) {
    let runs = page.outcome.runs ?? []
    if runs.isEmpty {
      page.nothing("No tool's result is recorded.")
    } else {
      table(runs, page)
    }
    page.html.element(.div, .class("sub")) {
      page.html.element(.h3, text: "Not looked at, or not judged")
      gaps(page)
    }
    if let skipped = page.outcome.coverage?.skipped, !skipped.isEmpty {
      page.html.element(.div, .class("sub")) {
        page.html.element(.h3, text: "Skipped on purpose")
        self.skipped(skipped, page)
      }
    }
  }

  private func table(_ runs: [Evidence], _ page: PageContext) {
    page.table(
      "stack", caption: "Evidence",
      heads: [
        ("", "Tool"), ("", "Outcome"), ("c2", "Commit"), ("", "When"), ("", "Program and report"),
      ]
    ) {
      page.html.element(.tbody) { for run in runs { row(run, page) } }
    }
  }

  private func row(_ run: Evidence, _ page: PageContext) {
    let html = page.html
    html.element(.tr, .id(.evidence(run.id))) {
      html.element(.th, .scope("row")) {
        html.text(run.tool)
        if let version = run.version { html.text(" \(version)") }
        html.element(.small, text: run.source == "run" ? "run by secgate" : "imported")
        if let target = run.target { html.element(.small) { page.path(target) } }
        if let environment = run.environment { html.element(.small, text: environment) }
      }
      html.element(.td, .cell("Outcome")) { html.element(.div) { outcome(run, page) } }
      html.element(.td, .cell("Commit")) { html.element(.div) { commit(run, page) } }
      html.element(.td, .cell("When")) {
        html.element(.div) {
          html.element(.time, text: (run.end ?? run.start)?.description ?? "not known")
          if let date = run.databaseDate { html.element(.small, text: "database of \(date)") }
        }
      }
      html.element(.td, .cell("Digests")) { html.element(.div) { digests(run, page) } }
    }
    html.line()
  }

  private func outcome(_ run: Evidence, _ page: PageContext) {
    let (status, word): (Condition.Status, String) =
      switch run.outcome {
      // Whether what was measured is good is the condition's to say.
      case .clean: (.pass, run.category == .evidence ? "Recorded" : "Clean")
      case .findings where run.category == .evidence:
        (.pass, "Recorded, " + PageWords.count(run.count, "failure", "failures"))
      case .findings: (.pass, PageWords.count(run.count, "finding", "findings"))
      case .partial: (.incomplete, "Partial")
      case .broken: (.incomplete, "Broken")
      }
    page.html.element(.span, .class(PageWords.statusClass(status))) {
      page.icon(PageWords.statusIcon(status))
      page.html.text(word)
    }
    if run.looked == .unknown {
      page.html.element(.small, text: "the report does not prove that it looked")
    }
    if let covered = run.covered { page.html.element(.small, text: covered) }
    if let code = run.exitCode { page.html.element(.small, text: "exit \(code)") }
    for problem in run.problems.prefix(5) { page.html.element(.small, text: problem) }
    if let first = run.skipped.first {
      let more = run.skipped.count - 1
      page.html.element(
        .small, text: "skipped: \(first)" + (more > 0 ? " and \(more) more" : ""))
    }
  }

  private func commit(_ run: Evidence, _ page: PageContext) {
    guard let commit = run.commit else { return page.html.text("not known") }
    page.code(PageWords.short(commit))
    if commit == page.outcome.scope.commit {
      page.html.element(.small, text: run.dirty == true ? "this one, modified" : "this one")
    } else {
      page.html.element(.small, text: "another commit")
    }
  }

  private func digests(_ run: Evidence, _ page: PageContext) {
    if let digest = run.digest {
      page.html.element(.small, text: run.digestOf ?? "program")
      page.html.element(.code, .class("hash"), text: digest)
    }
    if let digest = run.reportDigest {
      page.html.element(.small, text: "report")
      page.html.element(.code, .class("hash"), text: "sha256:" + digest)
    }
    if run.digest == nil, run.reportDigest == nil { page.html.text("—") }
  }

  private func gaps(_ page: PageContext) {
    let gaps = Self.gaps(page)
    guard !gaps.isEmpty else {
      return page.nothing(
        page.outcome.coverage == nil
          ? "The native scan's coverage is not part of this judgement."
          : "The native scan judged everything it set out to search.")
    }
    page.table(
      "stack", caption: "Gaps", heads: [("", "Kind"), ("", "What"), ("", "Why"), ("", "Allowed")]
    ) {
      page.html.element(.tbody) {
        for gap in gaps.prefix(200) {
          page.html.element(.tr) {
            page.html.element(.th, .scope("row"), text: gap.kind.rawValue)
            page.html.element(.td, .cell("What")) {
              page.html.element(.div) {
                page.path(gap.path ?? gap.subject)
                if let rule = gap.rule { page.html.element(.small, text: "rule \(rule)") }
              }
            }
            page.html.element(.td, .cell("Why")) { page.html.element(.div, text: gap.detail) }
            page.html.element(.td, .cell("Allowed")) {
              page.html.element(.div, text: gap.allowedBy.map { "by \($0)" } ?? "no")
            }
          }
        }
      }
    }
    if gaps.count > 200 {
      page.html.element(
        .p, .class("lede"),
        text: "\(Numbers.grouped(gaps.count - 200)) more are in the JSON report.")
    }
  }

  private func skipped(_ skipped: [Coverage.Skipped], _ page: PageContext) {
    page.table(
      "stack", caption: "Skipped on purpose", heads: [("", "Kind"), ("", "What"), ("", "Reason")]
    ) {
      page.html.element(.tbody) {
        for entry in skipped.prefix(100) {
          page.html.element(.tr) {
            page.html.element(.th, .scope("row"), text: entry.kind)
            page.html.element(.td, .cell("What")) {
              page.html.element(.div) { page.path(entry.subject) }
            }
            page.html.element(.td, .cell("Reason")) {
              page.html.element(.div, text: entry.reason ?? "—")
            }
          }
        }
      }
    }
    if skipped.count > 100 {
      page.html.element(
        .p, .class("lede"),
        text: "\(Numbers.grouped(skipped.count - 100)) more are in the JSON report.")
    }
  }
}
