/// Which arrays of a document are read element by element: member names joined by dots, `*` for
/// each element of an array, `|` between alternatives: `runs.*.results`,
/// `Results.*.Vulnerabilities|Secrets`. The empty pattern is an array at the top.
public struct JSONPattern: Sendable, ExpressibleByStringLiteral {
  enum Step: Sendable {
    case each
    case member([String])
  }

  let steps: [Step]

  public init(stringLiteral pattern: String) {
    steps = pattern.split(separator: ".").map {
      $0 == "*" ? .each : .member($0.split(separator: "|").map(String.init))
    }
  }
}

/// Where an element that was read by a ``JSONPattern`` stood.
public struct JSONElementPlace: Sendable, Hashable {
  /// One index for each `*` of the pattern.
  public var indices: [Int] = []
  /// The last member name on the way; empty for an array at the top.
  public var member = ""
  /// The element's own index in its array.
  public var index = 0
}
