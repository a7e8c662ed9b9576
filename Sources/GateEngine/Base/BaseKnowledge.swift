import FindingModel

/// What the trusted base already holds.
public struct BaseKnowledge: Sendable {
  public var reference: String
  public var commit: String
  /// For secrets: what the judged commit adds to the base, and what the base reaches.
  public var history: BaseHistory
  /// Complete recorded results for the base commit or its tree.
  public var results: [ToolResult]
  /// Old paths by new ones, base to head.
  public var renames: [String: String]
  /// Ids of secrets that carry an allow comment at the base.
  public var allowedInline: Set<String>

  public init(reference: String, commit: String, history: BaseHistory) {
    self.reference = reference
    self.commit = commit
    self.history = history
    results = []
    renames = [:]
    allowedInline = []
  }
}
