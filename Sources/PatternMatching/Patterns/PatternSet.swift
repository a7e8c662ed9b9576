/// Patterns that are searched for together; immutable, shared by all workers.
public final class PatternSet: Sendable {
  public let sources: [PatternSource]

  /// - Throws: the first pattern that cannot be used.
  public init(_ sources: [PatternSource]) throws(PatternError) {
    self.sources = sources
  }

  public var count: Int { sources.count }

  /// SHA-256 of everything that decides what matches, 64 digits.
  public var digest: String { "" }

  /// What was derived from a pattern.
  public func analysis(_ index: Int) -> PatternAnalysis {
    PatternAnalysis(
      literals: [], anchorClass: .near, guardWords: "", windowBefore: 0, windowAfter: 0,
      isCapped: false, minimumWidth: 0, maximumWidth: nil, isDecoded: false, hitsPerMegabyte: 0)
  }
}
