/// What a tree holds, as far as it matters: a folder, or a file that is looked for.
public struct TreeEdge: Sendable, Hashable {
  /// A node of the forest, or from `DeltaForest.nodeCount` on an object that is not there.
  public internal(set) var child: Int32
  /// The number of the name, and in the lowest bit whether the entry is a folder.
  @usableFromInline var label: Int32

  /// Whether the entry says that it is a folder, whatever the object is.
  @inlinable public var isFolder: Bool { label & 1 == 1 }
  /// The name's number, see `TreeGraph.name(_:)`.
  @inlinable public var name: Int32 { label >> 1 }
}
