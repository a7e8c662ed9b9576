/// The texts of a match that filters look at.
struct MatchedText {
  /// Lines without end (minified code) are cut so many bytes round the match.
  static let reach = 2048

  /// Decoded where it is encoded.
  var secret: [UInt8]
  var whole: [UInt8]
  /// The lines that the match stands on.
  var lines: [UInt8]
  /// What stands before the secret on its line, and behind it: as far as any filter looks.
  var before: [UInt8]
  var after: [UInt8]

  /// Bytes beside the secret.
  private static let sight = 64

  /// - Parameters:
  ///   - place: where the secret stands, as it is written.
  ///   - range: the whole match.
  init(secret: [UInt8], place: Range<Int>, range: Range<Int>, in content: Span<UInt8>) {
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
    let place = place.clamped(to: 0..<content.count)
    var low = place.lowerBound
    while low > 0, place.lowerBound - low < Self.sight, content[low - 1] != 0x0a { low -= 1 }
    var high = place.upperBound
    while high < content.count, high - place.upperBound < Self.sight, content[high] != 0x0a {
      high += 1
    }
    before = (low..<place.lowerBound).map { content[$0] }
    after = (place.upperBound..<high).map { content[$0] }
  }
}
