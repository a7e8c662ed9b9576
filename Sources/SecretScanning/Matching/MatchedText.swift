/// The texts of a match that filters look at.
struct MatchedText {
  /// Lines without end (minified code) are cut so many bytes round the match.
  static let reach = 2048

  /// Decoded where it is encoded.
  var secret: [UInt8]
  var whole: [UInt8]
  /// The lines that the match stands on.
  var lines: [UInt8]

  init(secret: [UInt8], range: Range<Int>, in content: Span<UInt8>) {
    self.secret = secret
    let range = range.clamped(to: 0..<content.count)
    whole = range.map { content[$0] }
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < Self.reach, content[start - 1] != 0x0a {
      start -= 1
    }
    var end = range.upperBound
    while end < content.count, end - range.upperBound < Self.reach, content[end] != 0x0a {
      end += 1
    }
    lines = (start..<end).map { content[$0] }
  }
}
