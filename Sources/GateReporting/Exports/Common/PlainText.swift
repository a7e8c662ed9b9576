/// Text of foreign origin for documents that other programs show: controls, bidirectional and
/// invisible characters become visible, and no text is longer than its reader accepts.
enum PlainText {
  /// One line of at most `limit` characters (Unicode scalars).
  static func line(_ text: String, limit: Int) -> String {
    bounded(text, limit: limit) { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : nil }
  }

  /// Lines and tabs stay; everything else as in ``line(_:limit:)``.
  static func block(_ text: String, limit: Int) -> String {
    bounded(text, limit: limit) { $0 == "\n" || $0 == "\t" ? $0 : nil }
  }

  private static func bounded(
    _ text: String, limit: Int, _ special: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> String {
    // Nearly every text is short and needs nothing: bytes are looked at far faster than scalars.
    if text.utf8.count <= limit, !text.utf8.contains(where: InvisibleText.mayLead) { return text }
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      if let shown = special(scalar) ?? (InvisibleText.contains(scalar) ? nil : scalar) {
        count += 1
        if count <= limit { result.append(shown) }
      } else {
        let shown = InvisibleText.shown(scalar).unicodeScalars
        result.append(contentsOf: shown.prefix(max(0, limit - count)))
        count += shown.count
      }
      if count > limit { return cut(String(result), limit) }
    }
    return String(result)
  }

  /// Ends with the sign of what was left out, within the limit.
  private static func cut(_ text: String, _ limit: Int) -> String {
    guard limit > 0 else { return "" }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
  }
}
