/// A file as a commit holds it.
public struct TreeFile: Sendable, Hashable {
  public var path: [UInt8]
  public var kind: TreeEntry.Kind
  public var id: ObjectID
}
