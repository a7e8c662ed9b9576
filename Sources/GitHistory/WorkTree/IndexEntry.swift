/// One line of the index.
public struct IndexEntry: Sendable, Hashable {
  public var path: [UInt8]
  public var kind: TreeEntry.Kind
  public var id: ObjectID
  /// 0, or 1 to 3 for the sides of a conflict.
  public var stage: Int
  /// Not in the work tree by way of a sparse checkout.
  public var isSkipped: Bool
}
