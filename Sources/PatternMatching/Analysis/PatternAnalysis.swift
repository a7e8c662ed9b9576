/// What was derived from a pattern, for people: where it is looked for and what it sees there.
public struct PatternAnalysis: Sendable, Hashable {
  /// How a literal leads to the match.
  public enum AnchorClass: String, Sendable {
    /// The match begins at a fixed distance before the literal.
    case fixed = "A"
    /// As fixed, after an optional prefix of the pattern was left out.
    case assignment = "G"
    /// Something of variable length stands before the literal.
    case variable = "V"
    /// The literal only stands near the match.
    case near = "N"
  }

  /// The literals that are looked for, sorted; without regard to case where `(?i)` stands before.
  public var literals: [String]
  /// The weakest of the classes of all literals.
  public var anchorClass: AnchorClass
  /// The check that a place passes before the pattern is run, in words.
  public var guardWords: String
  /// Bytes before the literal that the pattern sees.
  public var windowBefore: Int
  /// Bytes after the literal that the pattern sees.
  public var windowAfter: Int
  /// True where the pattern could match more than the window holds.
  public var isCapped: Bool
  /// Shortest match, bytes.
  public var minimumWidth: Int
  /// Longest match, bytes; nil without bound.
  public var maximumWidth: Int?
  /// Whether it is looked for in encoded text too.
  public var isDecoded: Bool
  /// How many hits of its literals are to be expected in a megabyte of source text.
  public var hitsPerMegabyte: Double
}
