/// Commits and their parents, read once.
public struct CommitGraph: Sendable {
  /// In the order they were read; the other arrays go with it.
  public private(set) var commits: [ObjectID] = []
  public private(set) var trees: [ObjectID] = []
  private var seconds: [Int] = []
  private var parentIDs: [[ObjectID]] = []
  private var indices: [ObjectID: Int] = [:]
  /// Commits that could not be read, parents cut off by a shallow clone left out.
  public private(set) var problems: [ObjectID: GitError] = [:]

  /// Reads everything that `roots` reach.
  ///
  /// - Parameter shallow: commits whose parents are not followed.
  public init(
    roots: some Sequence<ObjectID>, shallow: [ObjectID], in repository: borrowing Repository
  ) {
    let shallow = Set(shallow)
    var waiting = Array(roots)
    while let id = waiting.popLast() {
      guard indices[id] == nil, problems[id] == nil else { continue }
      do {
        var record = try repository.commit(id)
        if shallow.contains(id) { record.parents = [] }
        add(id, record)
        waiting += record.parents
      } catch let error as GitError {
        problems[id] = error
      } catch {
        problems[id] = GitError(.library, "commit \(id) cannot be read", underlying: "\(error)")
      }
    }
  }

  /// A graph of commits that were read already; parents outside it are left out.
  init(_ records: [(ObjectID, CommitRecord)]) {
    for (id, record) in records { add(id, record) }
  }

  private mutating func add(_ id: ObjectID, _ record: CommitRecord) {
    indices[id] = commits.count
    commits.append(id)
    trees.append(record.tree)
    seconds.append(record.committer.seconds)
    parentIDs.append(record.parents)
  }

  public func contains(_ id: ObjectID) -> Bool { indices[id] != nil }

  /// The tree of a commit of this graph.
  public func tree(of id: ObjectID) -> ObjectID? { indices[id].map { trees[$0] } }

  /// Those of `tips`, and parents of what they reach, that could not be read, with the reason.
  public func problems(from tips: [ObjectID]) -> [ObjectID: GitError] {
    if problems.isEmpty { return [:] }
    let commits = reachable(from: tips)
    let named = Set(commits.flatMap { indices[$0].map { parentIDs[$0] } ?? [] }).union(tips)
    return problems.filter { named.contains($0.key) }
  }

  func parents(of index: Int) -> [ObjectID] { parentIDs[index] }

  /// The commits that some of `tips` reach, themselves included.
  public func reachable(from tips: some Sequence<ObjectID>) -> Set<ObjectID> {
    var found: Set<ObjectID> = []
    var waiting = tips.filter { indices[$0] != nil }
    while let id = waiting.popLast() {
      guard found.insert(id).inserted, let index = indices[id] else { continue }
      waiting += parentIDs[index].filter { indices[$0] != nil && !found.contains($0) }
    }
    return found
  }

  /// Positions in ``commits``, parents before children, older before younger, ties by id: the
  /// same for every way the commits were read.
  public func oldestFirst() -> [Int] {
    var missingParents = [Int](repeating: 0, count: commits.count)
    var children = [[Int]](repeating: [], count: commits.count)
    for index in commits.indices {
      for parent in Set(parentIDs[index]) {
        guard let parent = indices[parent] else { continue }
        missingParents[index] += 1
        children[parent].append(index)
      }
    }
    var queue = CommitQueue(newestFirst: false)
    for index in commits.indices where missingParents[index] == 0 {
      queue.insert(.init(seconds: seconds[index], id: commits[index], index: index))
    }
    var order: [Int] = []
    order.reserveCapacity(commits.count)
    while let next = queue.popFirst() {
      order.append(next.index)
      for child in children[next.index] {
        missingParents[child] -= 1
        if missingParents[child] == 0 {
          queue.insert(.init(seconds: seconds[child], id: commits[child], index: child))
        }
      }
    }
    return order
  }
}
