import FindingModel
public import GitHistory

/// Who brought each decision file in: the newest commit whose parents do not hold it as it is.
public struct DecisionProvenance: Sendable {
  /// By the file's name in the folder.
  public private(set) var byFile: [String: Provenance] = [:]

  /// A history in which the baseline never changes is walked this far and no further; what is older
  /// stays without a name.
  private static let mostCommits = 200_000

  public init(of folder: String, at head: ObjectID, in repository: borrowing Repository) throws {
    var waiting: [[UInt8]: ObjectID] = [:]
    guard let tree = try DecisionsAtCommit.tree(of: folder, at: head, in: repository) else {
      return
    }
    for entry in try repository.tree(tree) where entry.kind == .file {
      waiting[entry.name] = entry.id
    }
    var walk = FolderWalk(folder: folder, shallow: Set(try repository.completeness().shallow))
    try walk.start(at: head, in: repository)
    var visited = 0
    while !waiting.isEmpty, visited < Self.mostCommits,
      let step = try walk.next(in: repository)
    {
      visited += 1
      for (name, id) in try step.added(in: repository) where waiting[name] == id {
        waiting[name] = nil
        byFile[VisibleText.of(name)] = step.provenance
      }
    }
  }

  /// By the decision's id.
  public func byID(_ files: [String: String]) -> [String: Provenance] {
    files.compactMapValues { path in
      byFile[String(path.split(separator: "/").last ?? Substring(path))]
    }
  }
}

/// Commits newest first, each with what its parents hold in one folder.
private struct FolderWalk {
  struct Step {
    var commit: ObjectID
    var record: CommitRecord
    /// The folder's tree; nil: there is none.
    var folder: ObjectID?
    var parents: [ObjectID?]
    /// A shallow clone ends here: what the parents held is not known.
    var isCut: Bool

    var provenance: Provenance {
      Provenance(
        commit: commit.description, author: record.author.text,
        date: Timestamp(seconds: record.author.seconds).description)
    }

    /// Files that no parent holds as they are.
    func added(in repository: borrowing Repository) throws -> [([UInt8], ObjectID)] {
      guard !isCut, let folder, !parents.contains(folder) else { return [] }
      var known: [[UInt8]: Set<ObjectID>] = [:]
      for case let parent? in parents {
        for entry in try repository.tree(parent) { known[entry.name, default: []].insert(entry.id) }
      }
      return try repository.tree(folder).compactMap { entry in
        known[entry.name]?.contains(entry.id) == true ? nil : (entry.name, entry.id)
      }
    }
  }

  let folder: String
  let shallow: Set<ObjectID>
  private var seen: Set<ObjectID> = []
  private var queue: [(seconds: Int, id: ObjectID, record: CommitRecord)] = []
  private var folders: [ObjectID: ObjectID?] = [:]

  init(folder: String, shallow: Set<ObjectID>) {
    self.folder = folder
    self.shallow = shallow
  }

  mutating func start(at head: ObjectID, in repository: borrowing Repository) throws {
    try push(head, in: repository)
  }

  mutating func next(in repository: borrowing Repository) throws -> Step? {
    guard let (_, id, record) = queue.popLast() else { return nil }
    let isCut = shallow.contains(id)
    let parents = isCut ? [] : record.parents
    for parent in parents { try push(parent, in: repository) }
    return Step(
      commit: id, record: record, folder: try tree(record.tree, in: repository),
      parents: try parents.map { try tree(repository.commit($0).tree, in: repository) },
      isCut: isCut)
  }

  /// Keeps the queue sorted, oldest first; it holds the open ends of the history only.
  private mutating func push(_ id: ObjectID, in repository: borrowing Repository) throws {
    guard seen.insert(id).inserted else { return }
    let record = try repository.commit(id)
    let seconds = record.committer.seconds
    var (low, high) = (0, queue.count)
    while low < high {
      let middle = (low + high) / 2
      if (queue[middle].seconds, queue[middle].id) < (seconds, id) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    queue.insert((seconds, id, record), at: low)
  }

  /// Most commits share their parents' root entries: each root tree is looked into once.
  private mutating func tree(_ root: ObjectID, in repository: borrowing Repository) throws
    -> ObjectID?
  {
    if let known = folders[root] { return known }
    let found = try DecisionsAtCommit.tree(of: folder, at: root, in: repository)
    folders[root] = .some(found)
    return found
  }
}
