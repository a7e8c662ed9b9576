/// What a tool's run amounts to, decided from report, exit code and a positive control together.
public enum ToolOutcome: String, Codable, Sendable, CaseIterable {
  case clean, findings
  /// Usable, but the tool says that it skipped something.
  case partial
  /// No result: missing, crashed, timed out, empty, truncated, another tool's, unknown schema.
  case broken
}

/// Whether the report itself proves that something was looked at.
public enum Looked: String, Codable, Sendable {
  case yes, unknown
}
