/// What one worker has read of the trees.
public struct TreePart: Sendable {
  var arena = EdgeArena()
  /// Trees with edges.
  var nodes: [Int32] = []
  var places: [EdgeArena.Place] = []
  var names = NameList()
  /// What trees name and the forest does not have; edges count them down from -1.
  var missing: [ObjectName] = []
  /// Trees that are none by their bytes.
  var malformed: [DeltaForest.Node] = []
  /// What trees name as folders, and as files.
  var folders: NodeSet
  var files: NodeSet
  /// Trees that could not be read here.
  public internal(set) var missed: [DeltaForest.Node] = []

  init(nodeCount: Int) {
    folders = NodeSet(count: nodeCount)
    files = folders
  }

  mutating func add(_ edges: UnsafeBufferPointer<TreeEdge>, of node: DeltaForest.Node) {
    if edges.isEmpty { return }
    nodes.append(node)
    unsafe places.append(arena.add(edges))
  }
}
