import FindingModel

/// The verdict in words, why, and for which commit: read from the back of the room.
struct VerdictBand {
  func write(_ page: PageContext) {
    let html = page.html
    let outcome = page.outcome
    html.element(.div, .class(PageHead.verdictClass(outcome.verdict, "band"))) {
      html.element(.div, .class("wrap")) {
        html.element(.header, .class("top")) {
          html.element(.p) {
            html.element(.b, text: "secgate")
            html.text(" Launch review")
          }
          html.element(.p) {
            if let at = outcome.scope.at {
              html.element(.time, text: at.description)
              if let asOf = page.asOf, asOf.day != at.day { html.text(", read on \(asOf.day)") }
            } else {
              html.text("no time recorded")
            }
          }
        }
        html.element(.div, .class("say"), .id("verdict")) {
          html.element(.div) {
            html.element(.h1) {
              html.element(.span, .class("what"), text: outcome.scope.name)
              html.element(.span, .class("word")) {
                page.icon(PageWords.verdictIcon(outcome.verdict))
                html.text(PageWords.verdict(outcome.verdict))
              }
            }
            html.element(.p, .class("why"), text: sentence(page))
          }
          facts(page)
        }
      }
    }
    html.line()
  }

  /// What the verdict rests on, in one sentence; waivers first, since they are why it is no plain go.
  private func sentence(_ page: PageContext) -> String {
    let outcome = page.outcome
    var parts: [String] = []
    let waivers = outcome.decisions.count { $0.decision.kind == .waiver && $0.status == .valid }
    if waivers > 0 { parts.append(PageWords.count(waivers, "check is", "checks are") + " waived.") }
    let failing = page.facts.failing
    if failing > 0 {
      parts.append(PageWords.count(failing, "finding blocks", "findings block") + " this launch.")
    }
    let undone = outcome.conditions.count { $0.status == .notDone || $0.status == .incomplete }
    if undone > 0 {
      parts.append(
        PageWords.count(undone, "required check has", "required checks have")
          + " no valid evidence for this commit.")
    }
    let gaps = (outcome.coverage?.gaps ?? []).count { $0.allowedBy == nil }
    if gaps > 0 {
      parts.append(PageWords.count(gaps, "place was", "places were") + " not looked at.")
    }
    if outcome.verdict == .pass, failing == 0 {
      parts.append("Everything required was looked at, whole, and nothing that fails is open.")
    }
    return parts.isEmpty ? outcome.headline : parts.joined(separator: " ")
  }

  private func facts(_ page: PageContext) {
    let scope = page.outcome.scope
    page.html.element(.dl, .class("facts")) {
      fact("Commit", page) {
        if let commit = scope.commit {
          page.code(commit)
          page.html.text(" ")
          page.copyButton("Copy", commit)
        } else {
          page.html.text("none: this is not for a commit")
        }
      }
      if let branch = scope.branch { fact("Branch", page) { page.html.text(branch) } }
      fact("Tree", page) {
        page.html.text(scope.dirty ? "modified: for the work tree, not for a commit" : "clean")
      }
      if let range = scope.range { fact("Range", page) { page.html.text(range) } }
      fact("Policy from", page) {
        page.html.text(
          scope.base ?? page.outcome.policy.map { PageWords.source($0.source) } ?? "this tree")
        if let base = scope.baseCommit {
          page.html.text(" ")
          page.code(PageWords.short(base))
        }
      }
      fact("Gate", page) {
        page.html.text("\(page.outcome.headline), exit \(page.outcome.verdict.exitCode)")
      }
      for note in scope.notes { fact("Note", page) { page.html.text(note) } }
    }
  }

  private func fact(_ name: String, _ page: PageContext, _ value: () -> Void) {
    page.html.element(.dt, text: name)
    page.html.element(.dd, content: value)
  }
}
