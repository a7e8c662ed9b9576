/// Text of foreign origin for documents that other programs show: controls, bidirectional and
/// invisible characters become visible, and no text is longer than its reader accepts.
enum PlainText {
  /// One line of at most `limit` characters (Unicode scalars).
  static func line(_ text: String, limit: Int) -> String {
    bounded(text, limit: limit) { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : nil }
  }

  /// Lines and tabs stay; everything else as in ``line(_:limit:)``.
  static func block(_ text: String, limit: Int) -> String {
    bounded(text, limit: limit) { $0 == "\n" || $0 == "\t" ? String(Character($0)) : nil }
  }

  private static func bounded(
    _ text: String, limit: Int, _ special: (Unicode.Scalar) -> String?
  ) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      let piece =
        special(scalar)
        ?? (InvisibleText.contains(scalar)
          ? InvisibleText.shown(scalar) : String(Character(scalar)))
      count += piece.unicodeScalars.count
      if count > limit {
        while result.unicodeScalars.count >= limit, !result.isEmpty {
          result.unicodeScalars.removeLast()
        }
        return result + (limit > 0 ? "…" : "")
      }
      result.unicodeScalars.append(contentsOf: piece.unicodeScalars)
    }
    return result
  }
}
