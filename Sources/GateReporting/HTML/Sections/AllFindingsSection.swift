import FindingModel

/// Every finding once, worst first, one line of markup each: the table is the data that the script
/// filters, and with scripting off it is all there.
struct AllFindingsSection: PageSection {
  static let anchor: HTMLAnchor = "findings"
  static let title = "All findings"
  /// Rows in the first table, which is all that a browser builds when scripting is on.
  private static let first = 50
  private static let chunk = 500
  /// Beyond this a page is no use; the rest is in the JSON, and the page says so.
  var most = 100_000

  func count(_ page: PageContext) -> Int? { page.outcome.findings.count }

  func lede(_ page: PageContext) -> String {
    let total = page.outcome.findings.count
    if total == 0 { return "Nothing was found." }
    let more = total - most
    return more > 0
      ? "The worst \(Numbers.grouped(most)) rows; \(Numbers.grouped(more)) more are in the "
        + "JSON report."
      : "\(PageWords.count(total, "row", "rows")), worst first."
  }

  func write(_ page: PageContext) {
    if page.outcome.findings.count > Self.first {
      page.html.element(.p, .class("lede js-less")) {
        page.html.text("Without scripting, all rows follow below. Where only rows 1 to ")
        page.html.text("\(Self.first) show, something blocks this page's script: ")
        page.code("secgate report --csv")
        page.html.text(" has them all.")
      }
    }
    filters(page)
    let rows = page.outcome.findings.prefix(most)
    table(page, isFirst: true) {
      for row in rows.prefix(Self.first) { FindingRow.write(row, page) }
    }
    pager(page)
    var rest = rows.dropFirst(Self.first)
    while !rest.isEmpty {
      page.html.element(.noscript) {
        page.html.element(.div, .class("more")) {
          table(page, isFirst: false) {
            for row in rest.prefix(Self.chunk) { FindingRow.write(row, page) }
          }
        }
      }
      page.html.line()
      rest = rest.dropFirst(Self.chunk)
    }
  }

  private func table(_ page: PageContext, isFirst: Bool, _ rows: () -> Void) {
    let html = page.html
    let heads: [(StaticString, String, String)] = [
      ("w1", "severity", "Severity"), ("w2", "state", "State"), ("w3", "title", "Finding"),
      ("w4", "path", "Where"), ("w5", "tool", "Seen by"), ("w6", "owner", "Owner"),
      ("w7", "since", "First seen"),
    ]
    let content = {
      html.element(.caption, .class("unseen"), text: "All findings, worst first")
      html.element(.thead) {
        html.element(.tr) {
          for (style, key, text) in heads {
            html.element(.th, .scope("col"), .class(style), .text(.key, key), text: text)
          }
        }
      }
      html.element(.tbody) {
        html.line()
        rows()
      }
    }
    html.element(.table, [.class("all")] + (isFirst ? [.id("all")] : []), content: content)
  }

  private func filters(_ page: PageContext) {
    let html = page.html
    html.element(
      .form, .id("filters"), .class("filters js-only"), .text(.role, "search"),
      .text(.label, "Filter findings")
    ) {
      html.element(.div, .class("line")) {
        search("q", "Search title, rule, id, place", html)
        search("path", "Path contains", html)
      }
      html.element(.div, .class("line")) {
        toggles("Severity", "severity", Severity.allCases.map(PageWords.severity), html)
        toggles("State", "state", FindingState.allCases.map(PageWords.state), html)
      }
      html.element(.div, .class("line")) {
        for (name, label) in [("tool", "Tool"), ("category", "Category"), ("owner", "Owner")] {
          html.element(.label, .class("f")) {
            html.text(label)
            html.element(.select, .text(.name, name)) {
              html.element(.option, .text(.value, ""), text: "Any")
            }
          }
        }
        button("clear", "Clear filters", html)
      }
    }
    html.element(.div, .class("shown js-only")) {
      html.element(.p) {
        let total = min(page.outcome.findings.count, most)
        html.element(
          .b, .id("count"), .text(.role, "status"), text: "All \(Numbers.grouped(total)) findings")
        html.text(" ")
        html.element(.span, .class("dim"), .id("where")) {
          if total > Self.first {
            let pages = Numbers.grouped((total + Self.first - 1) / Self.first)
            html.text("Rows 1 to \(Self.first), page 1 of \(pages)")
          }
        }
      }
      html.element(.div, .class("acts")) {
        button("link", "Copy link to this view", html)
        button("csv", "Download CSV", html)
      }
    }
    html.line()
  }

  private func search(_ name: String, _ label: String, _ html: HTMLWriter) {
    html.element(.label, .class("f long")) {
      html.text(label)
      html.void(
        .input, .text(.type, "search"), .text(.name, name), .text(.autocomplete, "off"),
        .text(.spellcheck, "false"))
    }
  }

  private func toggles(_ legend: String, _ name: String, _ values: [String], _ html: HTMLWriter) {
    html.element(.fieldset) {
      html.element(.legend, text: legend)
      html.element(.div, .class("toggles")) {
        for value in values {
          html.element(.label) {
            html.void(
              .input, .text(.type, "checkbox"), .text(.name, name), .text(.value, value))
            html.text(value)
          }
        }
      }
    }
  }

  private func pager(_ page: PageContext) {
    let html = page.html
    let isOne = page.outcome.findings.count <= Self.first
    html.element(
      .nav,
      [.class("pager js-only"), .id("pager"), .text(.label, "Pages of findings")]
        + (isOne ? [.text(.hidden, "")] : [])
    ) {
      button("back", "Previous page", html, [.text(.disabled, "true")])
      button("next", "Next page", html)
    }
    html.line()
  }

  private func button(
    _ id: HTMLAnchor, _ text: String, _ html: HTMLWriter, _ further: [HTMLAttribute] = []
  ) {
    html.element(.button, [.text(.type, "button"), .class("btn"), .id(id)] + further) {
      html.text(text)
    }
  }
}
