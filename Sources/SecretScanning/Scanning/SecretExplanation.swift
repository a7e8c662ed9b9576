/// Why something on a line is reported, or why not.
public struct SecretExplanation: Sendable {
  public var path: String
  public var line: Int
  /// The exclusion that keeps the whole path from being searched.
  public var exclusion: PathExclusion?
  /// The inline comment on the line.
  public var comment: String?
  /// One for each rule that had anything to do with the line, reported ones first.
  public var rules: [RuleTrace]
}
