/// Something that the evidence itself calls failed: a test, a tool's own threshold, a check.
public struct EvidenceFailure: Sendable, Hashable {
  public enum Kind: String, Sendable { case test, threshold, check, tool }

  public var kind: Kind
  /// Stable over runs, so that the same failure keeps its identity.
  public var name: String
  /// What happened, in our words: no text of the report.
  public var what: String

  public init(_ kind: Kind, _ name: String, _ what: String) {
    self.kind = kind
    self.name = name
    self.what = what
  }
}
