/// Where HEAD stands.
public struct Head: Sendable, Hashable {
  /// In full, `refs/heads/main`; nil when detached.
  public var branch: String?
  /// Nil on an unborn branch: no commit yet, or a branch that does not exist.
  public var commit: ObjectID?

  public var isUnborn: Bool { commit == nil }
}
