/// Commits and their parents, read once.
public struct CommitGraph: Sendable {
  /// Ascending; the other arrays go with it.
  public let commits: [ObjectID]
  public let trees: [ObjectID]
  /// The committers' dates, since 1970.
  public let seconds: [Int]
  /// Positions of the parents of all, one commit after the other; `outside` for those that are
  /// not in the graph.
  private let parentPositions: [Int32]
  private let rows: CommitRows
  private let order = CommitOrder()
  private let positions: [ObjectID: Int32]
  /// Commits that could not be read, parents cut off by a shallow clone left out.
  public private(set) var problems: [ObjectID: GitError] = [:]

  private static let outside: Int32 = -1

  /// Reads everything that `roots` reach.
  ///
  /// - Parameter shallow: commits whose parents are not followed.
  public init(
    roots: some Sequence<ObjectID>, shallow: [ObjectID], in repository: borrowing Repository
  ) {
    self.init(CommitRows(), roots: roots, shallow: shallow, in: repository)
  }

  /// Takes commits that were read already, and reads what else `roots` and they reach.
  ///
  /// - Parameters:
  ///   - rows: their parents already left out where `shallow` says so.
  public init(
    _ rows: CommitRows, roots: some Sequence<ObjectID>, shallow: [ObjectID],
    in repository: borrowing Repository
  ) {
    let shallow = Set(shallow)
    var rows = rows
    var known = Set(rows.commits)
    var problems: [ObjectID: GitError] = [:]
    var waiting = Array(roots) + rows.parents.filter { !known.contains($0) }
    while let id = waiting.popLast() {
      guard !known.contains(id), problems[id] == nil else { continue }
      do {
        let record = try repository.commit(id)
        let parents = shallow.contains(id) ? [] : record.parents
        rows.append(id, tree: record.tree, seconds: record.committer.seconds, parents: parents)
        known.insert(id)
        waiting += parents
      } catch let error as GitError {
        problems[id] = error
      } catch {
        problems[id] = GitError(.library, "commit \(id) cannot be read", underlying: "\(error)")
      }
    }
    self.init(rows)
    self.problems = problems
  }

  /// A graph of commits that were read already; parents outside it are left out.
  init(_ records: [(ObjectID, CommitRecord)]) {
    var rows = CommitRows()
    for (id, record) in records {
      rows.append(
        id, tree: record.tree, seconds: record.committer.seconds, parents: record.parents)
    }
    self.init(rows)
  }

  private init(_ unsorted: CommitRows) {
    rows = unsorted.sorted()
    (commits, trees, seconds) = (rows.commits, rows.trees, rows.seconds)
    var positions: [ObjectID: Int32] = [:]
    positions.reserveCapacity(commits.count)
    for (position, commit) in commits.enumerated() { positions[commit] = Int32(position) }
    parentPositions = rows.parents.map { positions[$0] ?? Self.outside }
    self.positions = positions
  }

  public func contains(_ id: ObjectID) -> Bool { positions[id] != nil }

  /// The place of a commit in ``commits``; nil for one that is not in the graph.
  public func position(of id: ObjectID) -> Int? { positions[id].map { Int($0) } }

  /// The tree of a commit of this graph.
  public func tree(of id: ObjectID) -> ObjectID? { positions[id].map { trees[Int($0)] } }

  /// Those of `tips`, and parents of what they reach, that could not be read, with the reason.
  public func problems(from tips: [ObjectID]) -> [ObjectID: GitError] {
    if problems.isEmpty { return [:] }
    let isReached = reach(from: tips)
    let named = Set(commits.indices.filter { isReached[$0] }.flatMap { rows.parents(of: $0) })
      .union(tips)
    return problems.filter { named.contains($0.key) }
  }

  func parents(of index: Int) -> [ObjectID] { Array(rows.parents(of: index)) }

  private func parentPositions(of index: Int) -> ArraySlice<Int32> {
    parentPositions[rows.parents(of: index).indices]
  }

  /// The commits that some of `tips` reach, themselves included.
  public func reachable(from tips: some Sequence<ObjectID>) -> Set<ObjectID> {
    let isReached = reach(from: tips)
    return Set(commits.indices.lazy.filter { isReached[$0] }.map { commits[$0] })
  }

  /// For each of ``commits``, whether some of `tips` reach it.
  public func reach(from tips: some Sequence<ObjectID>) -> [Bool] {
    var isReached = [Bool](repeating: false, count: commits.count)
    var waiting = tips.compactMap { positions[$0] }
    while let position = waiting.popLast() {
      guard !isReached[Int(position)] else { continue }
      isReached[Int(position)] = true
      waiting += parentPositions(of: Int(position)).filter {
        $0 != Self.outside && !isReached[Int($0)]
      }
    }
    return isReached
  }

  /// Positions in ``commits``, parents before children, older before younger, ties by id: the
  /// same for every way the commits were read.
  public func oldestFirst() -> [Int] { order.value(sortedOldestFirst) }

  private func sortedOldestFirst() -> [Int] {
    let children = CommitChildren(count: commits.count) { parentPositions(of: $0) }
    var missingParents = children.parentCounts
    var queue = CommitQueue(newestFirst: false)
    for index in commits.indices where missingParents[index] == 0 {
      queue.insert(.init(seconds: seconds[index], id: commits[index], index: index))
    }
    var order: [Int] = []
    order.reserveCapacity(commits.count)
    while let next = queue.popFirst() {
      order.append(next.index)
      for child in children.of(next.index) {
        missingParents[Int(child)] -= 1
        if missingParents[Int(child)] == 0 {
          let child = Int(child)
          queue.insert(.init(seconds: seconds[child], id: commits[child], index: child))
        }
      }
    }
    return order
  }
}
