/// Compares the ways people are named: `Ada`, `ada@example.org`, `Ada <ada@example.org>`.
enum Person {
  /// Whether two texts name one person: the same address, or the same name.
  static func isSame(_ left: String, _ right: String) -> Bool {
    let (a, b) = (parts(left), parts(right))
    return !a.isDisjoint(with: b)
  }

  private static func parts(_ text: String) -> Set<String> {
    let folded = text.lowercased()
    var parts: Set<String> = []
    if let open = folded.firstIndex(of: "<") {
      parts.insert(trimmed(folded[..<open]))
      parts.insert(trimmed(folded[folded.index(after: open)...].prefix { $0 != ">" }))
    } else {
      parts.insert(trimmed(folded[...]))
    }
    parts.remove("")
    return parts
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
