/// Commits and their parents, read once.
public struct CommitGraph: Sendable {
  private let columns: CommitColumns
  private let places: SortedIDs
  private let order = CommitOrder()
  /// Commits that could not be read, parents cut off by a shallow clone left out.
  public private(set) var problems: [ObjectID: GitError] = [:]

  /// Ascending; the other arrays go with it.
  public var commits: [ObjectID] { columns.commits }
  public var trees: [ObjectID] { columns.trees }
  /// The committers' dates, since 1970.
  public var seconds: [Int] { columns.seconds }

  /// Reads everything that `roots` reach.
  ///
  /// - Parameter shallow: commits whose parents are not followed.
  public init(
    roots: some Sequence<ObjectID>, shallow: [ObjectID], in repository: borrowing Repository
  ) {
    self.init(CommitColumns(), roots: roots, shallow: shallow, in: repository)
  }

  /// Takes commits that were read already, and reads what else `roots` and they reach.
  ///
  /// - Parameters:
  ///   - columns: their parents already left out where `shallow` says so.
  public init(
    _ columns: CommitColumns, roots: some Sequence<ObjectID>, shallow: [ObjectID],
    in repository: borrowing Repository
  ) {
    let shallow = Set(shallow)
    let known = SortedIDs(columns.commits)
    var rows = CommitRows()
    var read: Set<ObjectID> = []
    var problems: [ObjectID: GitError] = [:]
    var waiting = Array(roots) + columns.outside
    while let id = waiting.popLast() {
      guard known.place(of: id) == nil, problems[id] == nil, !read.contains(id) else { continue }
      do {
        let record = try repository.commit(id)
        let parents = shallow.contains(id) ? [] : record.parents
        rows.append(id, tree: record.tree, seconds: record.committer.seconds, parents: parents)
        read.insert(id)
        waiting += parents
      } catch let error as GitError {
        problems[id] = error
      } catch {
        problems[id] = GitError(.library, "commit \(id) cannot be read", underlying: "\(error)")
      }
    }
    self.columns = columns.adding(rows)
    places = rows.commits.isEmpty ? known : SortedIDs(self.columns.commits)
    self.problems = problems
  }

  /// A graph of commits that were read already; parents outside it are left out.
  init(_ records: [(ObjectID, CommitRecord)]) {
    var rows = CommitRows()
    for (id, record) in records {
      rows.append(
        id, tree: record.tree, seconds: record.committer.seconds, parents: record.parents)
    }
    columns = CommitColumns().adding(rows)
    places = SortedIDs(columns.commits)
  }

  public func contains(_ id: ObjectID) -> Bool { places.place(of: id) != nil }

  /// The place of a commit in ``commits``; nil for one that is not in the graph.
  public func position(of id: ObjectID) -> Int? { places.place(of: id) }

  /// The tree of a commit of this graph.
  public func tree(of id: ObjectID) -> ObjectID? { places.place(of: id).map { trees[$0] } }

  /// Those of `tips`, and parents of what they reach, that could not be read, with the reason.
  public func problems(from tips: [ObjectID]) -> [ObjectID: GitError] {
    if problems.isEmpty { return [:] }
    let isReached = reach(from: tips)
    var named = Set(tips)
    for place in isReached.indices where isReached[place] {
      for edge in columns.edges(of: place) where columns.parents[edge] < 0 {
        named.insert(columns.id(ofParent: columns.parents[edge]))
      }
    }
    return problems.filter { named.contains($0.key) }
  }

  func parents(of index: Int) -> [ObjectID] {
    columns.edges(of: index).map { columns.id(ofParent: columns.parents[$0]) }
  }

  /// The commits that some of `tips` reach, themselves included.
  public func reachable(from tips: some Sequence<ObjectID>) -> Set<ObjectID> {
    let isReached = reach(from: tips)
    return Set(commits.indices.lazy.filter { isReached[$0] }.map { commits[$0] })
  }

  /// For each of ``commits``, whether some of `tips` reach it.
  public func reach(from tips: some Sequence<ObjectID>) -> [Bool] {
    var isReached = [Bool](repeating: false, count: commits.count)
    var waiting: [Int32] = []
    for tip in tips {
      guard let place = places.place(of: tip), !isReached[place] else { continue }
      isReached[place] = true
      waiting.append(Int32(place))
    }
    while let place = waiting.popLast() {
      for edge in columns.edges(of: Int(place)) {
        let parent = columns.parents[edge]
        guard parent >= 0, !isReached[Int(parent)] else { continue }
        isReached[Int(parent)] = true
        waiting.append(parent)
      }
    }
    return isReached
  }

  /// Positions in ``commits``, parents before children, older before younger, ties by id: the
  /// same for every way the commits were read.
  public func oldestFirst() -> [Int] { order.value(sortedOldestFirst) }

  private func sortedOldestFirst() -> [Int] {
    let ages = CommitAges(seconds)
    let children = CommitChildren(columns, ages)
    var missingParents = children.parentCounts
    var ready = NumberQueue(count: commits.count)
    for rank in missingParents.indices where missingParents[rank] == 0 { ready.insert(rank) }
    var order: [Int] = []
    order.reserveCapacity(commits.count)
    while let rank = ready.popFirst() {
      order.append(Int(ages.places[rank]))
      for child in children.of(rank) {
        missingParents[Int(child)] -= 1
        if missingParents[Int(child)] == 0 { ready.insert(Int(child)) }
      }
    }
    return order
  }
}
