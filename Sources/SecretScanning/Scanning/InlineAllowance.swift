/// A comment on the line of a secret that says it is meant to be there: ours and those of the
/// tools that a repository may come from.
enum InlineAllowance {
  /// Each with the place of its colon, the only byte that is looked for.
  private static let words: [(text: [UInt8], colon: Int)] = [
    "secgate:allow", "gitleaks:allow", "betterleaks:allow", "pragma: allowlist secret",
    "pragma:allowlist secret", "trufflehog:ignore", "kingfisher:ignore",
  ].map { word in (Array(word.utf8), Array(word.utf8).firstIndex(of: colon) ?? 0) }

  private static let colon: UInt8 = 0x3a

  /// In a line without end (minified code) a comment counts only near the secret.
  static let reach = 2048

  /// The comment on the first or last line of a secret; nil where there is none.
  static func comment(at secret: Range<Int>, in content: Span<UInt8>) -> String? {
    var start = secret.lowerBound
    while start > 0, content[start - 1] != 0x0a, secret.lowerBound - start < reach { start -= 1 }
    var end = secret.upperBound
    while end < content.count, content[end] != 0x0a, end - secret.upperBound < reach { end += 1 }
    for part in [start..<secret.lowerBound, secret.upperBound..<end] {
      for index in part where content[index] == colon {
        if let word = word(around: index, in: part, of: content) { return word }
      }
    }
    return nil
  }

  private static func word(around index: Int, in part: Range<Int>, of content: Span<UInt8>)
    -> String?
  {
    for (text, colon) in words {
      let start = index - colon
      guard start >= part.lowerBound, start + text.count <= part.upperBound else { continue }
      if text.indices.allSatisfy({ lowered(content[start + $0]) == text[$0] }) {
        return String(decoding: text, as: UTF8.self)
      }
    }
    return nil
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
  }
}
