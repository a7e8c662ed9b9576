/// The four kinds of git objects.
public enum ObjectKind: String, Sendable, CaseIterable {
  case commit, tree, blob, tag
}

/// What an object's header says.
public struct ObjectHeader: Sendable, Hashable {
  public var kind: ObjectKind
  /// Uncompressed, bytes.
  public var size: Int
}
