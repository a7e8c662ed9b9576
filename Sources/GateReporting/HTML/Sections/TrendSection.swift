import FindingModel

/// Better or worse than before: lines as SVG, words and numbers as HTML.
struct TrendSection: PageSection {
  static let anchor: HTMLAnchor = "trend"
  static let title = "Trend"

  func lede(_ page: PageContext) -> String {
    "Open critical and high findings, and all open ones, over the last recorded runs."
  }

  func write(_ page: PageContext) {
    let points = page.outcome.trend ?? []
    guard points.count > 1 else {
      return page.nothing(
        points.isEmpty ? "No run is recorded yet." : "One run is recorded; a trend needs two.")
    }
    let rows = points.map { point in
      (
        point: point, worst: (point.open["critical"] ?? 0) + (point.open["high"] ?? 0),
        all: point.open.values.reduce(0, +)
      )
    }
    let largest = max(1, rows.map(\.all).max() ?? 1)
    chart(rows.map { ($0.worst, $0.all) }, largest, points, page)
    page.html.element(.details, .class("sub")) {
      page.html.element(.summary, text: "The numbers as a table")
      page.table(
        "", caption: "Trend over runs",
        heads: [
          ("", "Run"), ("", "Commit"), ("", "Verdict"), ("num", "Critical and high open"),
          ("num", "All open"),
        ]
      ) {
        page.html.element(.tbody) {
          for row in rows {
            page.html.element(.tr) {
              page.html.element(.th, .scope("row")) {
                page.html.element(.time, text: row.point.at.description)
              }
              page.html.element(.td) {
                page.code(row.point.commit.map(PageWords.short) ?? "none")
              }
              page.html.element(.td, text: PageWords.verdict(row.point.verdict))
              page.html.element(.td, .class("num"), text: Numbers.grouped(row.worst))
              page.html.element(.td, .class("num"), text: Numbers.grouped(row.all))
            }
          }
        }
      }
    }
  }

  private func chart(
    _ values: [(worst: Int, all: Int)], _ largest: Int, _ points: [TrendPoint], _ page: PageContext
  ) {
    let html = page.html
    html.element(.figure) {
      html.element(.div, .class("legend"), .decorative) {
        legend("line1", "dot1", "Critical and high: \(values.last?.worst ?? 0) now", html)
        legend("line2", "dot2", "All open: \(values.last?.all ?? 0) now", html)
      }
      html.element(.div, .class("trend")) {
        html.element(.div, .class("scale"), .decorative) {
          html.element(.span, text: Numbers.grouped(largest))
          html.element(.span, text: "0")
        }
        html.element(
          .svg, .class("plot"), .text(.viewBox, "0 0 1000 176"),
          .text(.preserveAspectRatio, "none"), .text(.role, "img"),
          .text(.label, "Line chart; its numbers are in the table below")
        ) {
          html.element(.path, .class("grid"), .text(.d, "M0 0H1000M0 88H1000M0 176H1000")) {}
          line(values.map(\.all), largest, "line2", "dot2", html)
          line(values.map(\.worst), largest, "line1", "dot1", html)
        }
        html.element(.div, .class("days"), .decorative) {
          for index in Self.labelled(points.count) {
            html.element(.span, text: points[index].at.day.description)
          }
        }
      }
    }
  }

  /// At most six dates fit side by side.
  private static func labelled(_ count: Int) -> [Int] {
    let most = min(count, 6)
    return (0..<most).map { $0 * (count - 1) / max(1, most - 1) }
  }

  private func legend(
    _ line: StaticString, _ dot: StaticString, _ text: String, _ html: HTMLWriter
  ) {
    html.element(.span) {
      html.element(.svg, .text(.viewBox, "0 0 28 10")) {
        html.element(.path, .class(line), .text(.d, "M0 5h28")) {}
        html.element(.path, .class(dot), .text(.d, "M14 5h.01")) {}
      }
      html.text(text)
    }
  }

  private func line(
    _ values: [Int], _ largest: Int, _ line: StaticString, _ dot: StaticString, _ html: HTMLWriter
  ) {
    let places = values.enumerated().map { index, value in
      "\(index * 1000 / max(1, values.count - 1)) \(176 - value * 176 / largest)"
    }
    html.element(.path, .class(line), .text(.d, "M" + places.joined(separator: "L"))) {}
    html.element(
      .path, .class(dot), .text(.d, places.map { "M\($0)h.01" }.joined())
    ) {}
  }
}
