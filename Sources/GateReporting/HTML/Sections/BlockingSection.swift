import FindingModel

/// What blocks, worst first, each with the way to fix it; accepting is folded away.
struct BlockingSection: PageSection {
  static let anchor: HTMLAnchor = "blocking"
  static let title = "Blocking findings"
  static let entry = "Blocking"
  func count(_ page: PageContext) -> Int? { page.facts.failing }
  func isHot(_ page: PageContext) -> Bool { true }

  func lede(_ page: PageContext) -> String {
    let count = page.facts.failing
    if count == 0 { return "Nothing that was found fails the gate." }
    return "\(Numbers.grouped(count)) open and failing, worst first. Fix each one, or take it to a "
      + "decision with an owner, an approver and a date."
  }

  func write(_ page: PageContext) {
    guard page.facts.failing > 0 else {
      let whole = page.outcome.verdict == .pass
      return page.nothing(
        whole
          ? "No open finding is at or above the threshold."
          : "No open finding is at or above the threshold in what was searched.")
    }
    page.html.element(.ol, .class("block")) {
      for finding in page.facts.worst { item(finding, page) }
    }
    let more = page.facts.failing - page.facts.worst.count
    if more > 0 {
      page.html.element(.p, .class("lede")) {
        page.html.text("The other \(Numbers.grouped(more)) are in ")
        page.html.element(.a, .link(.anchor("findings")), text: "the list of all findings")
        page.html.text(".")
      }
    }
  }

  private func item(_ finding: Finding, _ page: PageContext) {
    let html = page.html
    html.element(.li, .id(.blocking(finding.id))) {
      html.element(.div) {
        page.severity(finding.counted)
        html.element(.span, .class("state"), text: PageWords.state(finding.state))
        if let stated = PageWords.stated(finding) {
          html.element(.span, .class("state"), text: stated)
        }
      }
      html.element(.div) { told(finding, page) }
      facts(finding, page)
    }
    html.line()
  }

  private func told(_ finding: Finding, _ page: PageContext) {
    let html = page.html
    html.element(.h3, text: finding.title)
    if !finding.locations.isEmpty || finding.package != nil { place(finding, page) }
    if let description = finding.description {
      html.element(.p, .class("told"), text: description)
    }
    if let reason = finding.stateReason {
      let words =
        finding.state == .expired
        ? "Its decision no longer holds: \(reason)" : reason.capitalisedFirst
      html.element(.p, .class("told"), text: words + ".")
    }
    html.element(.p, .class("fix")) {
      html.element(.b, text: "Fix. ")
      html.text(fix(finding))
    }
    if let reference = finding.references.first {
      html.element(.p, .class("refs")) { page.link(reference) }
    }
    accept(finding, page)
  }

  private func place(_ finding: Finding, _ page: PageContext) {
    let html = page.html
    html.element(.p, .class("place")) {
      page.path(FindingPlace.text(finding))
      if let preview = finding.preview {
        html.text(" · preview ")
        page.code(preview)
      }
      if let exposure = finding.exposure { html.text(" · " + PageWords.exposure(exposure)) }
    }
    if let commit = finding.locations.first?.commit {
      html.element(.p, .class("place")) {
        html.text("Brought in by ")
        page.code(PageWords.short(commit))
        if let author = finding.locations.first?.author { html.text(", \(author)") }
        if let date = finding.locations.first?.date {
          html.text(", ")
          page.time(date)
        }
      }
    }
  }

  private func fix(_ finding: Finding) -> String {
    if let remediation = finding.remediation { return remediation }
    if let package = finding.package {
      guard let version = package.fixedIn.first else {
        return "The report names no fixed version of \(package.name): look at the advisory, "
          + "replace it, or decide with a date."
      }
      return "Upgrade \(package.name) to \(version)."
    }
    return "The tool names no fix: see its rule \(finding.ruleID)."
  }

  private func accept(_ finding: Finding, _ page: PageContext) {
    let owner = finding.owner ?? "…"
    let command =
      "secgate accept \(ShellWord.quoted(finding.id)) --reason \"…\" "
      + "--owner \(ShellWord.quoted(owner)) --approver \"…\" --expires YYYY-MM-DD"
    page.html.element(.details) {
      page.html.element(.summary, text: "Accept it instead")
      page.html.element(.div, .class("cmd")) {
        page.code(command)
        page.copyButton("Copy command", command)
      }
    }
  }

  private func facts(_ finding: Finding, _ page: PageContext) {
    let html = page.html
    html.element(.dl) {
      html.element(.div) {
        html.element(.dt, text: "Owner")
        html.element(.dd, text: finding.owner ?? "nobody named")
      }
      html.element(.div) {
        html.element(.dt, text: "First seen")
        html.element(.dd) {
          page.time(finding.firstSeen)
          if let days = page.days(since: finding.firstSeen), days > 0 {
            html.text(", " + PageWords.count(days, "day ago", "days ago"))
          }
        }
      }
      html.element(.div) {
        html.element(.dt, text: "Seen by")
        html.element(.dd, text: witnesses(finding))
      }
      if page.hasRelated(finding) {
        html.element(.div) {
          html.element(.dt, text: "Also reported by")
          html.element(.dd) { page.related(finding) }
        }
      }
      html.element(.div) {
        html.element(.dt, text: "Finding")
        html.element(.dd) {
          html.element(.code) { page.row(finding.id, .class("quiet"), text: finding.id) }
          html.text(" ")
          page.copyButton("Copy id", finding.id)
        }
      }
    }
  }

  /// Each tool's word once: two of its rules may say the same.
  private func witnesses(_ finding: Finding) -> String {
    var words: [String] = []
    for word in finding.witnesses.map(witness) where !words.contains(word) { words.append(word) }
    return words.joined(separator: ", ")
  }

  private func witness(_ witness: Witness) -> String {
    let said = [witness.version, witness.severity.map { "says \($0)" }, witness.note]
      .compactMap { $0 }.joined(separator: ", ")
    return said.isEmpty ? witness.tool : "\(witness.tool) (\(said))"
  }
}
