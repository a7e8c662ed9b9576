/// Commits in the order of their ids, each once, as columns: what a graph is built of. Parents are
/// places in the same columns, so that nothing is hashed.
public struct CommitColumns: Sendable {
  /// Ascending; the other columns go with it.
  public private(set) var commits: [ObjectID] = []
  public private(set) var trees: [ObjectID] = []
  /// The committers' dates, seconds since 1970.
  public private(set) var seconds: [Int] = []
  /// Of all commits, one after the other: a place in ``commits``, or `-1 - n` for `outside[n]`.
  private(set) var parents: [Int32] = []
  /// Where the parents of each commit end in `parents`.
  private var parentEnds: [UInt32] = []
  /// Parents that are none of the commits, one for each time that one is named.
  private(set) var outside: [ObjectID] = []

  public init() {}

  public mutating func reserveCapacity(_ count: Int) {
    commits.reserveCapacity(count)
    trees.reserveCapacity(count)
    seconds.reserveCapacity(count)
    parentEnds.reserveCapacity(count)
    // Merges are fewer than one in four.
    parents.reserveCapacity(count + count / 4)
  }

  /// Adds a commit without parents.
  ///
  /// - Parameter commit: greater than those before.
  public mutating func append(_ commit: ObjectID, tree: ObjectID, seconds date: Int) {
    precondition(commits.last.map { $0 < commit } ?? true, "commits are added in ascending order")
    commits.append(commit)
    trees.append(tree)
    seconds.append(date)
    parentEnds.append(UInt32(parents.count))
  }

  /// Gives the commit added last a further parent.
  ///
  /// - Parameter place: where it stands, or will stand, in ``commits``.
  public mutating func addParent(_ place: Int32) {
    parents.append(place)
    parentEnds[parentEnds.count - 1] += 1
  }

  /// Gives the commit added last a further parent that is none of the commits.
  public mutating func addParent(outside id: ObjectID) {
    outside.append(id)
    addParent(Int32(-outside.count))
  }

  /// Where the parents of a commit are in `parents`.
  func edges(of place: Int) -> Range<Int> {
    (place == 0 ? 0 : Int(parentEnds[place - 1]))..<Int(parentEnds[place])
  }

  /// The id of a parent.
  func id(ofParent parent: Int32) -> ObjectID {
    parent >= 0 ? commits[Int(parent)] : outside[Int(-1 - parent)]
  }

  /// These commits and others, of which none is among them.
  func adding(_ rows: CommitRows) -> CommitColumns {
    if rows.commits.isEmpty { return self }
    let added = rows.commits.indices.sorted { rows.commits[$0] < rows.commits[$1] }
    let all = merged(added.map { rows.commits[$0] })
    let places = SortedIDs(all)
    var columns = CommitColumns()
    columns.reserveCapacity(all.count)
    var (old, new) = (0, 0)
    for id in all {
      if old < commits.count, commits[old] == id {
        columns.append(id, tree: trees[old], seconds: seconds[old])
        for edge in edges(of: old) { columns.add(self.id(ofParent: parents[edge]), places) }
        old += 1
        continue
      }
      let row = added[new]
      columns.append(id, tree: rows.trees[row], seconds: rows.seconds[row])
      for parent in rows.parents(of: row) { columns.add(parent, places) }
      while new < added.count, rows.commits[added[new]] == id { new += 1 }
    }
    return columns
  }

  private mutating func add(_ parent: ObjectID, _ places: SortedIDs) {
    if let place = places.place(of: parent) {
      addParent(Int32(place))
    } else {
      addParent(outside: parent)
    }
  }

  /// The ids of the commits and some more, sorted, each once.
  private func merged(_ added: [ObjectID]) -> [ObjectID] {
    var all: [ObjectID] = []
    all.reserveCapacity(commits.count + added.count)
    var old = 0
    for id in added where all.last != id {
      while old < commits.count, commits[old] < id {
        all.append(commits[old])
        old += 1
      }
      all.append(id)
    }
    all += commits[old...]
    return all
  }
}
