/// A pattern as a tree: what can be said of it without running it.
///
/// Wherever the tree does not follow PCRE2 exactly (atomic groups, possessive repeats,
/// backreferences), it stands for more than the pattern accepts, never for less.
indirect enum RegexNode: Sendable {
  case empty
  /// One byte of a set.
  case byte(ByteSet)
  case sequence([RegexNode])
  case choice([RegexNode])
  case group(RegexNode, captures: Bool)
  case repeated(RegexNode, Repetition)
  case assertion(RegexAssertion)
  /// Something of unknown content and width.
  case opaque

  struct Repetition: Sendable, Hashable {
    var minimum: Int
    /// Nil without bound.
    var maximum: Int?
    /// The bytes of the pattern's text that hold what is repeated and the quantifier.
    var source: Range<Int>
  }
}

/// A condition that takes no bytes.
indirect enum RegexAssertion: Sendable {
  case wordBoundary, notWordBoundary
  /// `\A`, `\G`, and `^` where lines do not count.
  case contentStart
  case lineStart
  /// `\z`, `\Z` and both kinds of `$`.
  case end
  case lookAhead(RegexNode, negative: Bool)
  case lookBehind(RegexNode, negative: Bool)
  /// Holds or not, depending on something that is not followed.
  case unknown
}
