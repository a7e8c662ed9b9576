/// One pattern as its author wrote it.
public struct PatternSource: Sendable, Hashable {
  /// For messages; unique in its set.
  public var id: String
  /// In PCRE2's syntax, matched against bytes.
  public var pattern: String
  /// Words that stand near what the pattern matches, for a pattern that holds no literal itself.
  /// They are looked for without regard to case.
  public var keywords: [String]
  /// The capture group that holds the secret; nil for the whole match.
  public var secretGroup: Int?
  /// Most bytes before the literal that the pattern may see; nil for the default.
  public var before: Int?
  /// Most bytes after the literal that the pattern may see; nil for the default.
  public var after: Int?

  public init(
    id: String, pattern: String, keywords: [String] = [], secretGroup: Int? = nil,
    before: Int? = nil, after: Int? = nil
  ) {
    self.id = id
    self.pattern = pattern
    self.keywords = keywords
    self.secretGroup = secretGroup
    self.before = before
    self.after = after
  }
}
