import FindingModel

/// Who says so, on which digests: a sheet of its own on paper.
struct SignOffSection: PageSection {
  static let anchor: HTMLAnchor = "sign-off"
  static let title = "Sign-off"
  private static let roles = [
    "Release manager", "Security lead", "Engineering lead", "QA lead", "Operations", "Product",
  ]

  func lede(_ page: PageContext) -> String {
    switch page.outcome.verdict {
    case .pass: "The gate says go. What is signed here is that verdict on the digests below."
    case .fail:
      "The gate says no-go. Signing go against it is a decision of its own and needs its reason here."
    case .incomplete:
      "The gate says incomplete. Signing go without the missing evidence needs its reason here."
    }
  }

  func write(_ page: PageContext) {
    let html = page.html
    html.element(.div, .class("signs")) {
      for role in Self.roles {
        html.element(.div, .class("sign")) {
          html.element(.h3, text: role)
          html.element(.div, .class("choice")) {
            for choice in ["Go", "No-go"] {
              html.element(.span) {
                html.element(.i, .class("tick")) {}
                html.text(choice)
              }
            }
          }
          line("Name and signature", html)
          line("Date", html)
          if page.outcome.verdict != .pass { line("Reason, if go", html) }
        }
      }
    }
    html.element(.div, .class("sub")) {
      html.element(.h3, text: "What is being signed")
      digests(page)
    }
  }

  private func line(_ label: String, _ html: HTMLWriter) {
    html.element(.div, .class("write")) {
      html.text(label)
      html.element(.i) {}
    }
  }

  private func digests(_ page: PageContext) {
    let html = page.html
    guard let digests = page.outcome.digests else {
      return page.nothing("This judgement was not recorded, so there is nothing to recompute.")
    }
    html.element(.dl, .class("digests")) {
      for (name, value) in [
        ("Policy", digests.policy), ("Baseline", digests.baseline), ("Evidence", digests.evidence),
        ("Verdict", digests.verdict), ("Commit", page.outcome.scope.commit ?? "none"),
        ("Judged at", page.outcome.scope.at?.description ?? "not recorded"),
      ] {
        html.element(.dt, text: name)
        html.element(.dd, text: value)
      }
    }
  }
}
