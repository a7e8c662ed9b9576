/// A comment on the line of a secret that says it is meant to be there: ours and those of the
/// tools that a repository may come from.
enum InlineAllowance {
  private static let words = [
    "secgate:allow", "gitleaks:allow", "betterleaks:allow", "pragma: allowlist secret",
    "pragma:allowlist secret", "trufflehog:ignore", "kingfisher:ignore",
  ].map { Array($0.utf8) }

  /// In a line without end (minified code) a comment counts only near the secret.
  private static let reach = 2048

  /// The comment on the first or last line of a secret; nil where there is none.
  static func comment(at secret: Range<Int>, in content: Span<UInt8>) -> String? {
    var start = secret.lowerBound
    while start > 0, content[start - 1] != 0x0a, secret.lowerBound - start < reach { start -= 1 }
    var end = secret.upperBound
    while end < content.count, content[end] != 0x0a, end - secret.upperBound < reach { end += 1 }
    for part in [start..<secret.lowerBound, secret.upperBound..<end] {
      let text = lowered(part, in: content)
      for word in words where contains(text, word) {
        return String(decoding: word, as: UTF8.self)
      }
    }
    return nil
  }

  private static func lowered(_ part: Range<Int>, in content: Span<UInt8>) -> [UInt8] {
    part.map { index in
      let byte = content[index]
      return (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
    }
  }

  private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    return (0...text.count - word.count).contains { text[$0...].starts(with: word) }
  }
}
