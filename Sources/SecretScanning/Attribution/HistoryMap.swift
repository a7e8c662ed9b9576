import FindingModel
import GitHistory
import GitPacks

/// Commits, trees, and what is missing of them: everything that says where an object stands.
///
/// Read from the packs where their reader sees the same objects as the search did, else through
/// libgit2: slower by an order of magnitude, and the same in every answer.
struct HistoryMap {
  let graph: CommitGraph
  let missing: Connectivity.Finding
  private var packed: PackedHistory?
  /// Trees that the search has listed.
  private let listed: Set<ObjectID>

  /// - Parameter forest: the objects as the packs hold them; nil to use libgit2.
  init(
    of objects: ObjectSearchResult, layout: RepositoryLayout, forest: DeltaForest?, tips: Tips,
    shallow: [ObjectID], context: ScanContext
  ) async throws {
    if let forest, Self.agrees(forest, objects) {
      let commits = try await Self.commits(objects, forest, shallow, jobs: context.jobs)
      graph = CommitGraph(
        commits.columns,
        roots: commits.missed + Self.unread(objects.commits, forest) + tips.commits,
        shallow: shallow, in: try Repository.open(again: layout))
      var packed = try await PackedHistory(
        forest, layout: layout,
        targets: objects.hits.lazy.filter { $0.kind == .blob }.map(\.object), jobs: context.jobs)
      packed.nameTrees(of: graph, nodes: commits.treeNodes)
      for other in tips.others { packed.name(other) }
      missing = packed.finding(Self.kinds(of: objects, forest))
      self.packed = packed
      listed = []
    } else {
      graph = CommitGraph(
        roots: objects.commits.all + tips.commits, shallow: shallow,
        in: try Repository.open(again: layout))
      let stored = StoredObjects(
        trees: objects.trees, blobs: objects.blobs, commits: objects.commits, tags: objects.tags,
        unread: objects.unreadable)
      var missing = try await MissingObjects(context: context, layout: layout)
        .search(objects.trees.all, among: stored)
      for tree in graph.trees {
        guard let misnamed = MisnamedObject(tree, as: .tree, stored.kind(of: tree)) else {
          continue
        }
        missing.misnamed.insert(misnamed)
      }
      self.missing = missing
      listed = Set(objects.trees)
    }
  }

  private static func commits(
    _ objects: ObjectSearchResult, _ forest: DeltaForest, _ shallow: [ObjectID], jobs: Int
  ) async throws -> PackedCommits {
    if let read = objects.readCommits?.take() {
      return PackedCommits(read, of: forest, shallow: Set(shallow))
    }
    return PackedCommits(
      try await PackedHistory.commits(of: forest, jobs: jobs), of: forest, shallow: Set(shallow))
  }

  /// Whether the packs were enough.
  var isPacked: Bool { packed != nil }

  static func targets(_ objects: ObjectSearchResult) -> Set<ObjectID> {
    Set(objects.hits.lazy.filter { $0.kind == .blob }.map(\.object))
  }

  /// What libgit2 has found out of objects that the packs' reader does not know.
  private static func kinds(of objects: ObjectSearchResult, _ forest: DeltaForest)
    -> [ObjectID: GitHistory.ObjectKind]
  {
    if forest.unreadable.isEmpty { return [:] }
    let unread = Set(forest.unreadable.map { ObjectID($0.name) })
    var kinds: [ObjectID: GitHistory.ObjectKind] = [:]
    for (kind, list) in objects.kinds {
      for id in list where unread.contains(id) { kinds[id] = kind }
    }
    return kinds
  }

  /// Commits of which not even the kind is known to the packs' reader.
  private static func unread(_ commits: ObjectList, _ forest: DeltaForest) -> [ObjectID] {
    if forest.unreadable.isEmpty { return [] }
    let unreadable = Set(forest.unreadable.map { ObjectID($0.name) })
    return commits.filter(unreadable.contains)
  }

  /// Whether both know the same objects.
  private static func agrees(_ forest: DeltaForest, _ objects: ObjectSearchResult) -> Bool {
    forest.problems.isEmpty && forest.objectCount == objects.objectCount
  }

  /// Whether the tree of a commit is known to be there; where not, the databases are to be asked.
  ///
  /// - Parameter place: of the commit in `graph`.
  func holds(treeOf place: Int) -> Bool {
    packed?.holds(treeOf: place) ?? listed.contains(graph.trees[place])
  }

  /// Lets go of what makes `attribution` fast, the edges of all trees: they take much memory.
  mutating func letGoOfTrees() { packed?.letGoOfTrees() }

  /// Where each of some objects stands.
  ///
  /// - Parameter targets: of the blobs with hits, and of what is missing.
  func attribution(
    of targets: Set<ObjectID>, tips: Tips, in repository: borrowing Repository
  ) throws -> Attribution {
    if let found = try packed?.attribution(of: targets, graph: graph, tips: tips) { return found }
    return try Attribution(of: targets, graph: graph, tips: tips, in: repository)
  }
}
