/// The children of each commit of a graph, one commit after the other; all commits by their ranks
/// in a ``CommitAges``, since parents are mostly as old as their children.
struct CommitChildren {
  /// How often each commit names parents inside the graph.
  private(set) var parentCounts: [Int32]
  private var starts: [Int]
  private var children: [Int32]

  init(_ columns: CommitColumns, _ ages: CommitAges) {
    let count = columns.commits.count
    parentCounts = [Int32](repeating: 0, count: count)
    starts = [Int](repeating: 0, count: count + 1)
    for parent in columns.parents where parent >= 0 {
      starts[Int(ages.ranks[Int(parent)]) + 1] += 1
    }
    for rank in 0..<count { starts[rank + 1] += starts[rank] }
    var filled = starts
    children = [Int32](repeating: 0, count: starts[count])
    for rank in 0..<count {
      for edge in columns.edges(of: Int(ages.places[rank])) {
        let parent = columns.parents[edge]
        guard parent >= 0 else { continue }
        let above = Int(ages.ranks[Int(parent)])
        children[filled[above]] = Int32(rank)
        filled[above] += 1
        parentCounts[rank] += 1
      }
    }
  }

  /// A child that names its parent twice is there twice.
  func of(_ rank: Int) -> ArraySlice<Int32> { children[starts[rank]..<starts[rank + 1]] }
}
