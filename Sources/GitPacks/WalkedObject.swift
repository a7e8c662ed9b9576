/// One object as a walk meets it.
public struct WalkedObject: Sendable {
  /// Where the content of a base is kept, and how long it is.
  public struct Base: Sendable, Hashable {
    public var node: DeltaForest.Node
    public var slot: Int
    public var count: Int
  }

  public var node: DeltaForest.Node
  public var kind: ObjectKind
  /// Read only because something is built on it; the copy that counts is met elsewhere.
  public var isDuplicate: Bool
  /// Whether something will be built on it: what is remembered under `slot` is used again.
  public var hasDeltas: Bool
  /// A small number, valid as the `base.slot` of the objects built on this one, then used again.
  public var slot: Int
  /// Nil for a whole object.
  public var base: Base?
}
