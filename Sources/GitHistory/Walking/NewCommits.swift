/// The commits that some reach and others do not, without reading all of history: newest first,
/// until only known ones are left. Where dates lie, a known commit may pass as new, never a new
/// one as known.
struct NewCommits {
  let shallow: Set<ObjectID>
  private var records: [ObjectID: CommitRecord] = [:]
  private var isKnown: Set<ObjectID> = []
  private var order: [ObjectID] = []
  private(set) var problems: [ObjectID: GitError] = [:]
  private var queue = CommitQueue()
  /// Entries of the queue that are not known: the walk ends when there are none.
  private var unknownInQueue: Set<ObjectID> = []

  init(shallow: Set<ObjectID>) { self.shallow = shallow }

  /// The new commits.
  var commits: [(ObjectID, CommitRecord)] {
    order.compactMap { id in
      isKnown.contains(id) ? nil : records[id].map { (id, $0) }
    }
  }

  /// Known commits that are parents of new ones, sorted.
  var boundary: [ObjectID] {
    Array(Set(commits.flatMap(\.1.parents).filter(isKnown.contains))).sorted()
  }

  mutating func run(
    from tips: [ObjectID], excluding known: [ObjectID], in repository: borrowing Repository
  ) {
    for id in known {
      isKnown.insert(id)
      enqueue(id, repository)
    }
    for id in tips { enqueue(id, repository) }
    var oldest = Int.max
    // Known commits as old as the oldest new one may still be on their way to it.
    while !unknownInQueue.isEmpty || (queue.first?.seconds ?? Int.min) >= oldest {
      guard let next = queue.popFirst() else { break }
      unknownInQueue.remove(next.id)
      guard let record = records[next.id] else { continue }
      if isKnown.contains(next.id) {
        for parent in record.parents { markKnown(parent) }
      } else {
        order.append(next.id)
        oldest = min(oldest, record.committer.seconds)
      }
      for parent in record.parents { enqueue(parent, repository) }
    }
  }

  private mutating func enqueue(_ id: ObjectID, _ repository: borrowing Repository) {
    guard records[id] == nil, problems[id] == nil else { return }
    do {
      var record = try repository.commit(id)
      if shallow.contains(id) { record.parents = [] }
      records[id] = record
      queue.insert(.init(seconds: record.committer.seconds, id: id))
      if !isKnown.contains(id) { unknownInQueue.insert(id) }
    } catch {
      // What the other side has need not be here.
      if isKnown.contains(id) { return }
      problems[id] = error as? GitError ?? GitError(.library, "commit \(id) cannot be read")
    }
  }

  private mutating func markKnown(_ id: ObjectID) {
    var waiting = [id]
    while let next = waiting.popLast() {
      guard isKnown.insert(next).inserted else { continue }
      unknownInQueue.remove(next)
      if let record = records[next] { waiting += record.parents }
    }
  }
}
