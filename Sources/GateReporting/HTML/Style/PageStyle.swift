/// The page's style sheet: the same bytes for every report, so that its digest in the
/// Content-Security-Policy is a constant.
struct PageStyle {
  let text: String

  static let launch = PageStyle(
    pieces: [
      tokens, ground, verdict, layout, tables, parts, blocking, charts, signOff, list, narrow,
      paper,
    ])

  private init(pieces: [StaticString]) {
    text = pieces.map(\.description).joined(separator: "\n")
  }
}
