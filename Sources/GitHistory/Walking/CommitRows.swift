/// Commits as columns: what a graph is built of, however the commits were read.
public struct CommitRows: Sendable {
  public private(set) var commits: [ObjectID] = []
  public private(set) var trees: [ObjectID] = []
  /// The committer's date, seconds since 1970.
  public private(set) var seconds: [Int] = []
  /// The parents of all, one commit after the other.
  public private(set) var parents: [ObjectID] = []
  /// Where the parents of each commit end in ``parents``.
  private(set) var parentEnds: [Int] = []

  public init() {}

  public mutating func append(
    _ commit: ObjectID, tree: ObjectID, seconds date: Int, parents ids: some Sequence<ObjectID>
  ) {
    commits.append(commit)
    trees.append(tree)
    seconds.append(date)
    parents += ids
    parentEnds.append(parents.count)
  }

  func parents(of row: Int) -> ArraySlice<ObjectID> {
    parents[(row == 0 ? 0 : parentEnds[row - 1])..<parentEnds[row]]
  }

  /// The rows in the order of their ids, each commit once.
  consuming func sorted() -> CommitRows {
    let isSorted = commits.indices.dropFirst().allSatisfy { commits[$0 - 1] < commits[$0] }
    if isSorted { return self }
    var sorted = CommitRows()
    for row in commits.indices.sorted(by: { commits[$0] < commits[$1] })
    where sorted.commits.last != commits[row] {
      sorted.append(
        commits[row], tree: trees[row], seconds: seconds[row], parents: parents(of: row))
    }
    return sorted
  }
}
