public import FindingModel

/// What one rule made of a line.
public struct RuleTrace: Sendable {
  public enum Outcome: Sendable, Hashable {
    case reported
    /// Below the confidence asked for.
    case suspect
    /// Another rule is surer of the same bytes.
    case covered(by: String)
    /// A filter or the path decided that it is nothing.
    case rejected
    /// A limit stopped the search.
    case unjudged
    /// A literal stands on the line, the pattern does not match.
    case noMatch
  }

  public var rule: String
  public var outcome: Outcome
  public var confidence: Confidence?
  public var preview: String?
  /// The steps in order, one line each: literal, guard, pattern, filters.
  public var steps: [String]

  public init(
    rule: String, outcome: Outcome, confidence: Confidence? = nil, preview: String? = nil,
    steps: [String] = []
  ) {
    self.rule = rule
    self.outcome = outcome
    self.confidence = confidence
    self.preview = preview
    self.steps = steps
  }
}

extension SecretMatchWorker {
  /// Rules of which a literal stands in a part of a content, though they do not match there; a
  /// matcher that knows its own steps tells them.
  public func nearMisses(in part: Range<Int>, of content: Span<UInt8>, path: String?) -> [RuleTrace]
  {
    []
  }
}
