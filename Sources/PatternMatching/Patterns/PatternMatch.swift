/// Where a pattern matched, in bytes of the content.
public struct PatternMatch: Hashable, Sendable, Comparable {
  /// The pattern's number in its set.
  public var pattern: Int32
  var start: Int32
  var end: Int32
  var secretStart: Int32
  var secretEnd: Int32
  /// False where a limit stopped the search: neither a match nor none. The ranges are then those
  /// of the literal.
  public var isJudged: Bool
  /// How the matched bytes are written; the ranges are those of the encoded text.
  public var encoding: ContentEncoding
  /// Place of the secret's first character in its group of four, for base64.
  var phase: UInt8

  public init(
    pattern: Int32, range: Range<Int>, secret: Range<Int>, isJudged: Bool = true,
    encoding: ContentEncoding = .plain
  ) {
    self.pattern = pattern
    start = Int32(truncatingIfNeeded: range.lowerBound)
    end = Int32(truncatingIfNeeded: range.upperBound)
    secretStart = Int32(truncatingIfNeeded: secret.lowerBound)
    secretEnd = Int32(truncatingIfNeeded: secret.upperBound)
    self.isJudged = isJudged
    self.encoding = encoding
    phase = 0
  }

  /// The whole match.
  public var range: Range<Int> { Int(start)..<max(Int(start), Int(end)) }
  /// The secret group, or the whole match.
  public var secret: Range<Int> { Int(secretStart)..<max(Int(secretStart), Int(secretEnd)) }

  /// The same match in a content that holds `offset` more bytes before it.
  public func moved(by offset: Int) -> PatternMatch {
    var match = self
    match.start += Int32(truncatingIfNeeded: offset)
    match.end += Int32(truncatingIfNeeded: offset)
    match.secretStart += Int32(truncatingIfNeeded: offset)
    match.secretEnd += Int32(truncatingIfNeeded: offset)
    return match
  }

  public static func < (left: PatternMatch, right: PatternMatch) -> Bool {
    if left.secretStart != right.secretStart { return left.secretStart < right.secretStart }
    if left.secretEnd != right.secretEnd { return left.secretEnd < right.secretEnd }
    if left.pattern != right.pattern { return left.pattern < right.pattern }
    if left.start != right.start { return left.start < right.start }
    if left.end != right.end { return left.end < right.end }
    if left.isJudged != right.isJudged { return right.isJudged }
    if left.encoding != right.encoding { return left.encoding.rawValue < right.encoding.rawValue }
    return left.phase < right.phase
  }
}
