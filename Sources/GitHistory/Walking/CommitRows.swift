/// Commits as they are read, in any order, with the ids of their parents.
struct CommitRows {
  private(set) var commits: [ObjectID] = []
  private(set) var trees: [ObjectID] = []
  /// The committer's date, seconds since 1970.
  private(set) var seconds: [Int] = []
  /// The parents of all, one commit after the other.
  private var parents: [ObjectID] = []
  /// Where the parents of each commit end in `parents`.
  private var parentEnds: [Int] = []

  mutating func append(
    _ commit: ObjectID, tree: ObjectID, seconds date: Int, parents ids: [ObjectID]
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
}
