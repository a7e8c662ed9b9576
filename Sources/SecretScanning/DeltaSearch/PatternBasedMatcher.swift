public import PatternMatching

/// A matcher whose matches all come from one pattern set, so that an engine can carry what was
/// found in one object over to the objects built on it.
public protocol PatternBasedMatcher: SecretMatcher {
  var patterns: PatternSet { get }
}

/// Its worker. `matches(in:)` must be `matches(from:in:)` of everything that the patterns find.
public protocol PatternBasedWorker: SecretMatchWorker {
  /// What remains of the patterns' matches in a content: all of them, sorted.
  func matches(from found: [PatternMatch], in content: Span<UInt8>) throws -> [SecretMatch]
}
