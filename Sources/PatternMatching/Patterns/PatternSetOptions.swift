/// What a set of patterns looks for besides the patterns as they are.
public struct PatternSetOptions: Sendable, Hashable {
  /// Search for distinctive patterns in base64, hexadecimal, percent, escaped and UTF-16 text too.
  public var decodes: Bool
  /// Compile every pattern at once, so that a faulty one is told before the first search. Patterns
  /// that were checked before can do without: each is compiled when it is first run.
  public var validates: Bool

  public init(decodes: Bool = true, validates: Bool = true) {
    self.decodes = decodes
    self.validates = validates
  }
}
