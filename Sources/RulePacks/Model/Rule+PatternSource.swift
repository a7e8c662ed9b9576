public import PatternMatching

extension Rule {
  /// The pattern as the engine takes it; nil for a rule about paths alone.
  public var patternSource: PatternSource? {
    pattern.map {
      PatternSource(
        id: id, pattern: $0, keywords: keywords, secretGroup: secretGroup, before: before,
        after: after)
    }
  }
}
