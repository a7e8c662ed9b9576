/// One section of the page, in the list of sections beside it.
protocol PageSection: Sendable {
  static var anchor: HTMLAnchor { get }
  static var title: String { get }
  /// The title in the list of sections, where there is little room.
  static var entry: String { get }
  /// The number beside the entry; nil for none.
  func count(_ page: PageContext) -> Int?
  /// Whether that number blocks.
  func isHot(_ page: PageContext) -> Bool
  /// One or two sentences under the head.
  func lede(_ page: PageContext) -> String
  func write(_ page: PageContext)
}

extension PageSection {
  static var entry: String { title }
  func count(_ page: PageContext) -> Int? { nil }
  func isHot(_ page: PageContext) -> Bool { false }

  func writeWhole(_ page: PageContext) {
    let html = page.html
    html.element(.section, .class("s"), .id(Self.anchor)) {
      html.element(.h2, text: Self.title)
      html.element(.p, .class("lede"), text: lede(page))
      write(page)
    }
    html.line()
  }
}

extension PageContext {
  /// A table under its head cells, scrolling in its own place when it is too wide.
  func table(
    _ style: StaticString, caption: String, heads: [(StaticString, text: String)],
    body: () -> Void
  ) {
    html.element(.div, .class("wide")) {
      html.element(.table, .class(style)) {
        html.element(.caption, .class("unseen"), text: caption)
        html.element(.thead) {
          html.element(.tr) {
            for head in heads {
              html.element(.th, .scope("col"), .class(head.0), text: head.text)
            }
          }
        }
        body()
      }
    }
  }

  /// The sentence that stands where a table would be empty: what was looked at, in words.
  func nothing(_ text: String) { html.element(.p, .class("none"), text: text) }

  func groupRow(_ text: String, columns: Int) {
    html.element(.tr, .class("group")) {
      html.element(.th, .scope("rowgroup"), .colspan(columns), text: text)
    }
  }
}
