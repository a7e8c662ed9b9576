/// The children of each commit of a graph, one commit after the other.
struct CommitChildren {
  /// Distinct parents inside the graph, for each commit.
  private(set) var parentCounts: [Int32]
  private var starts: [Int32]
  private var children: [Int32]

  /// - Parameter parents: positions of a commit's parents; negative ones are not in the graph.
  init(count: Int, parents: (Int) -> ArraySlice<Int32>) {
    parentCounts = [Int32](repeating: 0, count: count)
    starts = [Int32](repeating: 0, count: count + 1)
    var edges: [(parent: Int32, child: Int32)] = []
    edges.reserveCapacity(count + count / 4)
    for child in 0..<count {
      for parent in Self.distinct(parents(child)) where parent >= 0 {
        edges.append((parent, Int32(child)))
        parentCounts[child] += 1
        starts[Int(parent) + 1] += 1
      }
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var filled = starts
    children = [Int32](repeating: 0, count: edges.count)
    for edge in edges {
      children[Int(filled[Int(edge.parent)])] = edge.child
      filled[Int(edge.parent)] += 1
    }
  }

  /// Named twice, a parent is still one; all but a few commits have one or two.
  private static func distinct(_ parents: ArraySlice<Int32>) -> ArraySlice<Int32> {
    if parents.count < 2 { return parents }
    if parents.count == 2 { return parents.first == parents.last ? parents.prefix(1) : parents }
    return ArraySlice(Set(parents))
  }

  func of(_ index: Int) -> ArraySlice<Int32> {
    children[Int(starts[index])..<Int(starts[index + 1])]
  }
}
