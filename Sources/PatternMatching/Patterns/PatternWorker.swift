/// Searches contents for the patterns of a set; one for each worker, never shared.
public final class PatternWorker {
  public let set: PatternSet

  public init(_ set: PatternSet) throws(PatternError) {
    self.set = set
  }

  /// Every match of every pattern in a content, sorted, each once.
  public func matches(in content: Span<UInt8>, into matches: inout [PatternMatch]) {
    matches.removeAll(keepingCapacity: true)
  }

  /// The patterns of which a literal stands in a part of a content, sorted.
  public func patternsWithLiterals(in part: Range<Int>, of content: Span<UInt8>) -> [Int] {
    []
  }

  /// The secret's bytes, decoded where the match is encoded.
  public func secretBytes(of match: PatternMatch, in content: Span<UInt8>) -> [UInt8] {
    guard match.secret.upperBound <= content.count else { return [] }
    return match.secret.map { content[$0] }
  }
}
