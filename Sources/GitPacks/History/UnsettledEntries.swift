/// Entries of trees whose objects are not looked up yet, and the trees that hold them: a name is
/// nowhere near the one before it in memory, so many are looked up at once.
struct UnsettledEntries {
  struct Entry {
    /// Which of `ids`.
    var object: Int
    var isFolder: Bool
    /// Its name, in `labels`.
    var label: Range<Int>
  }

  private struct Tree {
    var node: DeltaForest.Node
    /// One behind its last edge.
    var end: Int
  }

  /// Enough that the wait for memory is shared, and few enough that all of it stays in the cache.
  private static let mostNames = 64
  private static let mostEdges = 1 << 13

  private var ids: [ObjectName] = []
  private var nodes: [DeltaForest.Node] = []
  private var entries: [Entry] = []
  /// The bytes of the entries' names in their trees.
  private var labels: [UInt8] = []
  /// For each entry what it turned out to be.
  private var settled: [TreeEdge] = []
  private var trees: [Tree] = []
  /// Of all trees; those that wait as in `TreeEntryList`.
  private var edges: [TreeEdge] = []

  var isFull: Bool { ids.count >= Self.mostNames || edges.count >= Self.mostEdges }

  /// Lets an object wait; gives its number.
  mutating func look(up id: ObjectName) -> Int {
    ids.append(id)
    return ids.count - 1
  }

  /// Lets an entry wait for such an object; gives the entry's number.
  mutating func add(
    _ object: Int, isFolder: Bool, _ name: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    let start = labels.count
    unsafe labels.append(contentsOf: name)
    entries.append(Entry(object: object, isFolder: isFolder, label: start..<labels.count))
    return Int32(truncatingIfNeeded: entries.count - 1)
  }

  /// Keeps the edges of a tree until it can be said where they lead.
  mutating func keep(_ list: TreeEntryList, of node: DeltaForest.Node) {
    let start = edges.count
    for index in 0..<list.count {
      let entry = unsafe list.base[index]
      if entry.label != TreeEntryList.unwanted {
        edges.append(TreeEdge(child: entry.child, label: entry.label))
      }
    }
    if edges.count > start { trees.append(Tree(node: node, end: edges.count)) }
  }

  /// Looks up all objects that wait.
  ///
  /// - Parameter remember: is told of each, -1 for one that is not there.
  mutating func lookUp(in forest: DeltaForest, _ remember: (ObjectName, DeltaForest.Node) -> Void) {
    forest.find(ids, into: &nodes)
    for (id, node) in zip(ids, nodes) { remember(id, node) }
  }

  /// Asks for each entry where it leads: object, its node or -1, whether it is a folder, and name.
  mutating func settle(
    _ edge: (ObjectName, DeltaForest.Node, Bool, UnsafeBufferPointer<UInt8>) -> TreeEdge?
  ) {
    unsafe labels.withUnsafeBufferPointer { labels in
      for entry in entries {
        let name = unsafe UnsafeBufferPointer(rebasing: labels[entry.label])
        settled.append(
          unsafe edge(ids[entry.object], nodes[entry.object], entry.isFolder, name)
            ?? TreeEdge(child: 0, label: TreeEntryList.unwanted))
      }
    }
  }

  func settle(_ list: inout TreeEntryList) { list.settle(settled) }

  /// Hands on each tree with its edges, after `settle`, and begins anew.
  mutating func take(_ add: (UnsafeBufferPointer<TreeEdge>, DeltaForest.Node) -> Void) {
    unsafe edges.withUnsafeMutableBufferPointer { edges in
      var start = 0
      for tree in trees {
        var end = start
        for index in start..<tree.end {
          var edge = unsafe edges[index]
          if edge.label == TreeEntryList.unsettled { edge = settled[Int(edge.child)] }
          if edge.label == TreeEntryList.unwanted { continue }
          unsafe edges[end] = edge
          end += 1
        }
        unsafe add(UnsafeBufferPointer(rebasing: edges[start..<end]), tree.node)
        start = tree.end
      }
    }
    ids.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
    settled.removeAll(keepingCapacity: true)
    trees.removeAll(keepingCapacity: true)
    edges.removeAll(keepingCapacity: true)
  }
}
