/// The shapes that carry severity and status without colour.
enum PageIcons {
  private static let shapes: [(HTMLAnchor, [StaticString])] = [
    ("i-critical", ["M4 1h8l3 3v8l-3 3H4l-3-3V4zM7 4v5h2V4zm0 6.2v2h2v-2z"]),
    ("i-high", ["M1 10h3.6v5H1zm5.2-4h3.6v9H6.2zm5.2-5H15v14h-3.6z"]),
    ("i-medium", ["M1 10h3.6v5H1zm5.2-4h3.6v9H6.2z", "M11.4 1H15v14h-3.6z"]),
    ("i-low", ["M1 10h3.6v5H1z", "M6.2 6h3.6v9H6.2zm5.2-5H15v14h-3.6z"]),
    ("i-info", ["M1 7h3.4v2H1zm5.3 0h3.4v2H6.3zm5.3 0H15v2h-3.4z"]),
    ("i-pass", ["M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zm3.3 4.6L7 9.3 4.7 7 3.4 8.3 7 12l5.7-6.1z"]),
    (
      "i-fail",
      [
        """
        M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7zM5.4 4L4 5.4 6.6 8 4 10.6 5.4 12 8 9.4l2.6 \
        2.6 1.4-1.4L9.4 8 12 5.4 10.6 4 8 6.6z
        """
      ]
    ),
    ("i-half", ["M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zm0 2a6 6 0 1 0 0 12z"]),
  ]

  static func write(_ html: HTMLWriter) {
    html.element(.svg, .text(.width, "0"), .text(.height, "0"), .class("unseen"), .decorative) {
      for (id, paths) in shapes {
        html.element(.symbol, .id(id), .text(.viewBox, "0 0 16 16")) {
          for (index, path) in paths.enumerated() {
            html.element(
              .path, .text(.fillRule, "evenodd"), .text(.opacity, index == 0 ? "1" : ".28"),
              .text(.d, path.description)
            ) {}
          }
        }
      }
      html.element(.symbol, .id("i-todo"), .text(.viewBox, "0 0 16 16")) {
        html.element(
          .path, .text(.fill, "none"), .text(.stroke, "currentColor"), .text(.strokeWidth, "2"),
          .text(.strokeDashes, "2.6 1.9"),
          .text(.d, "M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2z")
        ) {}
      }
    }
  }
}
