public import Documents

/// Everything that is wrong with a configuration, at once: exit 2.
public struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// In the order of the file; never empty.
  public var problems: [DocumentError]

  public init(problems: [DocumentError]) { self.problems = problems }

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
