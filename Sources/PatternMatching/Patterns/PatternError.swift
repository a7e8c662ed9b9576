/// Why a pattern cannot be used.
public struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// The pattern is not valid.
    case syntax
    /// Nothing in the pattern or its keywords tells where to look.
    case notAnchored
    /// A number of the source is out of its bounds.
    case limits
    /// Memory or a library failed.
    case resources
  }

  public var code: Code
  /// The pattern's id; empty where it is about the whole set.
  public var pattern: String
  /// Byte in the pattern's text, where known.
  public var offset: Int?
  public var problem: String
  /// What to do about it.
  public var advice: String

  public init(
    _ code: Code, pattern: String, offset: Int? = nil, problem: String, advice: String
  ) {
    self.code = code
    self.pattern = pattern
    self.offset = offset
    self.problem = problem
    self.advice = advice
  }

  public var description: String {
    let place = offset.map { " at byte \($0)" } ?? ""
    let subject = pattern.isEmpty ? "patterns" : "pattern \(pattern)\(place)"
    return "\(subject): \(problem); \(advice)"
  }
}
