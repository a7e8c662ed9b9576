/// What is known to be no secret.
public struct Allowance: Sendable, Hashable, Codable {
  /// What happens to a match that an allowance covers.
  public enum Effect: String, Sendable, Hashable, Codable {
    /// A suspect, as in our own packs.
    case lower
    /// Nothing at all, as gitleaks has it.
    case drop
  }

  public var effect: Effect
  /// True where everything that is set must hold; else one is enough.
  public var needsAll: Bool
  /// Patterns of the secret.
  public var secrets: [String]
  /// Patterns of the whole match.
  public var matches: [String]
  /// Patterns of the lines that the match stands on.
  public var lines: [String]
  /// Patterns of the path.
  public var paths: [String]
  /// Lower case; in the secret, in any case.
  public var stopWords: [String]
  /// Full commit ids, lower case.
  public var commits: [String]

  public init(effect: Effect = .lower, needsAll: Bool = false) {
    self.effect = effect
    self.needsAll = needsAll
    secrets = []
    matches = []
    lines = []
    paths = []
    stopWords = []
    commits = []
  }

  public var isEmpty: Bool {
    secrets.isEmpty && matches.isEmpty && lines.isEmpty && paths.isEmpty && stopWords.isEmpty
      && commits.isEmpty
  }
}
