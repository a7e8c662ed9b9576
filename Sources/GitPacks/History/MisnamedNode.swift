/// An object that a tree names as something else than it is.
public struct MisnamedNode: Hashable, Sendable {
  public var node: DeltaForest.Node
  /// Whether the tree names it as a folder, not as a file.
  public var isFolder: Bool
}
