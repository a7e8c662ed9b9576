import GitHistory
import GitPacks

/// The trees of a repository, read in one pass over the packs.
struct PackedHistory: Sendable {
  /// Nil after `letGoOfTrees`.
  private(set) var trees: TreeGraph?
  /// What trees name and nobody has.
  let missing: Set<ObjectID>
  private let misnamed: [MisnamedNode]
  private let forest: DeltaForest
  private(set) var numbers: ObjectNumbers
  /// For each commit of the graph the number of its tree; see `nameTrees`.
  private(set) var treeNumbers: [Int32] = []
  /// Trees that are there and that nobody can read.
  private(set) var unreadable: [ObjectID: GitError] = [:]

  /// - Parameter targets: blobs that will be asked for.
  init(
    _ forest: DeltaForest, layout: RepositoryLayout, targets: some Sequence<ObjectID>, jobs: Int
  ) async throws {
    var wanted = NodeSet(count: forest.nodeCount)
    for node in forest.nodes(of: Array(targets)) where node >= 0 { wanted.insert(node) }
    let wantedNodes = wanted
    var treeParts = try await Self.walk(
      forest, .tree, jobs, { TreeListing(forest, wanted: wantedNodes) }, { $0.take() })
    let listing = TreeListing(forest, wanted: wantedNodes)
    unreadable = try Self.readUnread(forest, layout, treeParts.flatMap(\.missed), listing)
    treeParts.append(listing.take())
    let trees = TreeGraph(consume treeParts, of: forest)
    self.trees = trees
    missing = Set(trees.missing.map { ObjectID($0) })
    numbers = ObjectNumbers(forest, trees)
    self.forest = forest
    misnamed = trees.misnamed
    for node in trees.malformed {
      let id = ObjectID(forest.name(of: node))
      unreadable[id] = Self.malformed(id)
    }
  }

  /// What is missing, or not what it is named as: by trees, and by the commits of `nameTrees`.
  ///
  /// - Parameter kinds: of objects that the forest does not know.
  func finding(_ kinds: [ObjectID: GitHistory.ObjectKind]) -> Connectivity.Finding {
    var finding = Connectivity.Finding()
    (finding.missing, finding.problems) = (missing, unreadable)
    func look(_ node: DeltaForest.Node, as expected: GitHistory.ObjectKind) {
      let id = ObjectID(forest.name(of: node))
      let kind = forest.kind(of: node).map { GitHistory.ObjectKind($0) } ?? kinds[id]
      if let misnamed = MisnamedObject(id, as: expected, kind) { finding.misnamed.insert(misnamed) }
    }
    for entry in misnamed { look(entry.node, as: entry.isFolder ? .tree : .blob) }
    for number in treeNumbers
    where numbers.isStored(number) && forest.kind(of: number) != .tree {
      look(number, as: .tree)
    }
    return finding
  }

  /// Afterwards there is no attribution any more.
  mutating func letGoOfTrees() { trees = nil }

  /// Gives an object that a reference names its number.
  mutating func name(_ id: ObjectID) { _ = numbers.number(id) }

  /// Gives the trees of all commits their numbers.
  ///
  /// - Parameter nodes: of the trees, -1 where the forest has none; for another number of commits
  ///   than the graph has they are looked up again.
  mutating func nameTrees(of graph: CommitGraph, nodes: [DeltaForest.Node]) {
    let trees = graph.trees
    treeNumbers = numbers.numbers(
      of: trees, nodes: nodes.count == trees.count ? nodes : forest.nodes(of: trees))
  }

  /// Whether the tree of a commit of the graph is there.
  func holds(treeOf place: Int) -> Bool { numbers.isStored(treeNumbers[place]) }

  /// All commits, where no search has met them.
  static func commits(of forest: DeltaForest, jobs: Int) async throws -> [CommitListing.Part] {
    try await walk(forest, .commit, jobs, CommitListing.init) { $0.part }
  }

  /// Walks all delta trees of a kind, each worker with a visitor of its own.
  private static func walk<Visitor: ObjectVisitor & SendableMetatype, Part: Sendable>(
    _ forest: DeltaForest, _ kind: GitPacks.ObjectKind, _ jobs: Int,
    _ make: @escaping @Sendable () -> Visitor, _ take: @escaping @Sendable (Visitor) -> Part
  ) async throws -> [Part] {
    let order = WalkOrder(forest, [kind])
    return try await WorkQueue.perform(count: order.count, jobs: jobs, run: 1) { queue in
      let visitor = make()
      guard let walker = TreeWalker(forest) else { throw OutOfMemory() }
      while let places = try await queue.take() {
        for place in places { for tree in order[place] { walker.walk(tree, visitor) } }
      }
      return take(visitor)
    }
  }

  /// Trees that the packs' reader does not vouch for are read one by one.
  private static func readUnread(
    _ forest: DeltaForest, _ layout: RepositoryLayout, _ missed: [DeltaForest.Node],
    _ listing: TreeListing
  ) throws -> [ObjectID: GitError] {
    let unknown = forest.unreadable.compactMap { forest.node(named: $0.name) }
    if missed.isEmpty && unknown.isEmpty { return [:] }
    Repository.verifyNames()
    let repository = try Repository.open(again: layout)
    var unreadable: [ObjectID: GitError] = [:]
    for node in Set(unknown).subtracting(missed) {
      let id = ObjectID(forest.name(of: node))
      // What cannot be opened at all, or is something else, is told by the search.
      guard let header = try? repository.header(of: id), header.kind == .tree else { continue }
      unreadable[id] = problem(node, id, listing, repository)
    }
    // The search has not looked at trees.
    for node in missed {
      let id = ObjectID(forest.name(of: node))
      unreadable[id] = problem(node, id, listing, repository)
    }
    return unreadable
  }

  /// What keeps a tree from being read; nil for one that was.
  private static func problem(
    _ node: DeltaForest.Node, _ id: ObjectID, _ listing: TreeListing,
    _ repository: borrowing Repository
  ) -> GitError? {
    do {
      let isTree = try repository.withObject(id) { kind, bytes in
        kind == .tree && listing.add(node, bytes: bytes)
      }
      return isTree ? nil : malformed(id)
    } catch {
      return error as? GitError ?? GitError(.library, "tree \(id) cannot be read")
    }
  }

  private static func malformed(_ id: ObjectID) -> GitError {
    GitError(.corruptObject, "object \(id) is no well-formed tree; run `git fsck`")
  }
}
