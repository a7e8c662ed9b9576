import FindingModel

/// Bars as inline SVG beside their numbers; the table is the chart's text.
enum Bars {
  static func swatch(_ style: StaticString, _ html: HTMLWriter) {
    html.element(.svg, .class("swatch"), .text(.viewBox, "0 0 10 10"), .decorative) {
      html.element(.rect, .class(style), .text(.width, "10"), .text(.height, "10")) {}
    }
  }

  static func stacked(_ parts: [(Int, StaticString)], of whole: Int, _ html: HTMLWriter) {
    html.element(
      .svg, .class("bar"), .text(.viewBox, "0 0 100 12"), .text(.preserveAspectRatio, "none"),
      .decorative
    ) {
      var start = 0
      for (number, style) in parts where number > 0 {
        html.element(
          .rect, .class(style), .text(.x, share(start, of: whole)),
          .text(.width, share(number, of: whole)), .text(.height, "12")
        ) {}
        start += number
      }
    }
  }

  /// A table of names and numbers with a bar each.
  static func table(
    _ caption: String, _ head: String, _ rows: [(String, Int)], _ page: PageContext
  ) {
    let html = page.html
    let largest = max(1, rows.map(\.1).max() ?? 1)
    page.table(
      "rows", caption: caption, heads: [("", head), ("num", "Findings"), ("bars", "Share")]
    ) {
      html.element(.tbody) {
        for (name, number) in rows {
          html.element(.tr) {
            html.element(.th, .scope("row"), text: name)
            html.element(.td, .class("num"), text: Numbers.grouped(number))
            html.element(.td, .class("bars")) { stacked([(number, "k3")], of: largest, html) }
          }
        }
      }
    }
  }

  /// Hundredths of a percent as text, without the locale.
  private static func share(_ part: Int, of whole: Int) -> String {
    let hundredths = whole == 0 ? 0 : part * 10_000 / whole
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
