/// A whole object with all that is built on it: the unit of work.
public struct DeltaTree: Hashable, Sendable {
  public var root: DeltaForest.Node
  /// Compressed bytes and a share for each object: the estimate by which work is dealt out.
  public var weight: UInt64
}
