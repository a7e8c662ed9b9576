/// Why a decision is not made: exit 2, and nothing was recorded.
public struct DecisionRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// Everything that is wrong with it, one line each.
  public var problems: [String]

  public init(_ problems: [String]) { self.problems = problems }

  public var description: String { problems.joined(separator: "\n") }
}
