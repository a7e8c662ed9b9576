import FindingModel

/// Where each secret stands, and whether it still counts.
struct SecretsSection: PageSection {
  static let anchor: HTMLAnchor = "secrets"
  static let title = "Secrets by exposure"
  static let entry = "Secrets"
  private static let most = 50

  func count(_ page: PageContext) -> Int? {
    page.facts.secrets.count { page.outcome.findings[$0].state.isOpen }
  }

  func isHot(_ page: PageContext) -> Bool { page.facts.hasFailingSecret }

  func lede(_ page: PageContext) -> String {
    guard let coverage = page.outcome.coverage else {
      return "The native scan did not run for this judgement."
    }
    return "Searched: \(Numbers.grouped(coverage.blobs)) file contents, "
      + "\(Numbers.grouped(coverage.commits)) commits, \(Numbers.grouped(coverage.tags)) tags and "
      + "\(Numbers.grouped(coverage.files)) files, \(Numbers.bytes(coverage.bytes)), with "
      + "\(Numbers.grouped(coverage.rules)) rules. Removing a line does not remove it from "
      + "history: revoke first."
  }

  func write(_ page: PageContext) {
    let secrets = page.facts.secrets
    exposures(secrets, page)
    guard !secrets.isEmpty else {
      return page.nothing(
        page.outcome.coverage == nil
          ? "No secrets can be listed: nothing was searched." : "No secret was found.")
    }
    page.html.element(.div, .class("sub")) { table(secrets, page) }
  }

  private func exposures(_ secrets: [Int], _ page: PageContext) {
    page.html.element(.div, .class("sub")) {
      Bars.table(
        "Secrets by exposure", "Exposure",
        Exposure.allCases.map { exposure in
          (
            PageWords.exposure(exposure),
            secrets.count { page.outcome.findings[$0].exposure == exposure }
          )
        }, page)
    }
  }

  private func table(_ secrets: [Int], _ page: PageContext) {
    let html = page.html
    page.table(
      "stack", caption: "Secrets",
      heads: [
        ("", "Secret"), ("", "Severity"), ("", "Exposure"), ("", "Since"), ("", "State"),
      ]
    ) {
      html.element(.tbody) {
        for index in Self.worst(secrets, page) { write(page.outcome.findings[index], page) }
      }
    }
    if secrets.count > Self.most {
      html.element(.p, .class("lede")) {
        html.text("\(Numbers.grouped(secrets.count - Self.most)) more are in ")
        html.element(
          .a, .link(.anchor("findings")), .text(.filter, "category=Secret"),
          text: "the list of all findings")
        html.text(".")
      }
    }
  }

  /// What fails first, then what is open; else in the order of the list.
  private static func worst(_ secrets: [Int], _ page: PageContext) -> ArraySlice<Int> {
    let failing = secrets.filter { page.outcome.findings[$0].failing == true }
    let open = secrets.filter {
      page.outcome.findings[$0].failing != true && page.outcome.findings[$0].state.isOpen
    }
    let rest = secrets.filter { !page.outcome.findings[$0].state.isOpen }
    return (failing + open + rest).prefix(most)
  }

  private func write(_ secret: Finding, _ page: PageContext) {
    let html = page.html
    html.element(.tr) {
      html.element(.th, .scope("row")) {
        page.row(secret.id, .class("quiet"), text: secret.title)
        html.element(.small) {
          page.path(FindingPlace.text(secret))
          if let preview = secret.preview {
            html.text(" · ")
            page.code(preview)
          }
        }
      }
      html.element(.td, .cell("Severity")) { html.element(.div) { page.severity(secret.severity) } }
      html.element(.td, .cell("Exposure")) {
        html.element(.div, text: secret.exposure.map(PageWords.exposure) ?? "not known")
      }
      html.element(.td, .cell("Since")) {
        html.element(.div) { page.time(secret.locations.compactMap(\.date).min()) }
      }
      html.element(.td, .cell("State")) { html.element(.div, text: PageWords.state(secret.state)) }
    }
    html.line()
  }
}
