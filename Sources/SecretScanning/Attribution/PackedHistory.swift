import GitHistory
import GitPacks

/// Trees and commits of a repository, read in one pass over the packs.
struct PackedHistory: Sendable {
  private static let run = 8

  let trees: TreeGraph
  var numbers: ObjectNumbers
  /// Trees that are there and that nobody can read.
  private(set) var unreadable: [ObjectID: GitError] = [:]
  let commits: CommitRows
  /// Commits that the packs' reader does not vouch for.
  let missedCommits: [ObjectID]

  /// - Parameters:
  ///   - targets: blobs that will be asked for.
  ///   - commits: of all packs, where a search has met them; nil to read them here.
  ///   - shallow: commits whose parents are cut off.
  init(
    _ forest: DeltaForest, layout: RepositoryLayout, targets: Set<ObjectID>,
    commits known: [CommitListing.Part]?, shallow: [ObjectID], jobs: Int
  ) async throws {
    var wanted = NodeSet(count: forest.nodeCount)
    for target in targets {
      if let node = forest.node(named: ObjectName(target)) { wanted.insert(node) }
    }
    let wantedNodes = wanted
    var commitParts = known ?? []
    if known == nil {
      commitParts = try await Self.walk(forest, .commit, jobs, CommitListing.init) { $0.part }
    }
    (commits, missedCommits) = Self.rows(commitParts, forest, shallow: Set(shallow))
    var treeParts = try await Self.walk(
      forest, .tree, jobs, { TreeListing(forest, wanted: wantedNodes) }, { $0.take() })
    let listing = TreeListing(forest, wanted: wantedNodes)
    unreadable = try Self.readUnread(forest, layout, treeParts.flatMap(\.missed), listing)
    treeParts.append(listing.take())
    trees = TreeGraph(treeParts, of: forest)
    numbers = ObjectNumbers(forest, trees)
    for node in trees.malformed {
      let id = ObjectID(forest.name(of: node))
      unreadable[id] = Self.malformed(id)
    }
  }

  /// Walks all delta trees of a kind, each worker with a visitor of its own.
  private static func walk<Visitor: ObjectVisitor & SendableMetatype, Part: Sendable>(
    _ forest: DeltaForest, _ kind: GitPacks.ObjectKind, _ jobs: Int,
    _ make: @escaping @Sendable () -> Visitor, _ take: @escaping @Sendable (Visitor) -> Part
  ) async throws -> [Part] {
    let trees = forest.trees(of: kind)
    return try await WorkQueue.perform(count: trees.count, jobs: jobs, run: run) { queue in
      let visitor = make()
      guard let walker = TreeWalker(forest) else { throw OutOfMemory() }
      while let range = try await queue.take() {
        for tree in trees[range] { walker.walk(tree, visitor) }
      }
      return take(visitor)
    }
  }

  private static func rows(
    _ parts: [CommitListing.Part], _ forest: DeltaForest, shallow: Set<ObjectID>
  ) -> (CommitRows, missed: [ObjectID]) {
    var rows = CommitRows()
    for part in parts {
      for row in part.rows {
        let id = ObjectID(forest.name(of: row.node))
        let parents = shallow.contains(id) ? [] : part.parents[row.parents]
        rows.append(
          id, tree: ObjectID(row.tree), seconds: row.seconds, parents: parents.map { ObjectID($0) })
      }
    }
    return (rows, parts.flatMap(\.missed).map { ObjectID(forest.name(of: $0)) })
  }

  /// Trees that the packs' reader does not vouch for are read one by one.
  private static func readUnread(
    _ forest: DeltaForest, _ layout: RepositoryLayout, _ missed: [DeltaForest.Node],
    _ listing: TreeListing
  ) throws -> [ObjectID: GitError] {
    let unknown = forest.unreadable.compactMap { forest.node(named: $0.name) }
    if missed.isEmpty && unknown.isEmpty { return [:] }
    let repository = try Repository.open(again: layout)
    var unreadable: [ObjectID: GitError] = [:]
    for node in Set(missed + unknown) {
      let id = ObjectID(forest.name(of: node))
      // What cannot be opened at all is told by the search.
      guard let header = try? repository.header(of: id), header.kind == .tree else { continue }
      do {
        let isTree = try repository.withObject(id) { kind, bytes in
          kind == .tree && listing.add(node, bytes: bytes)
        }
        if !isTree { unreadable[id] = malformed(id) }
      } catch {
        unreadable[id] = error as? GitError ?? GitError(.library, "tree \(id) cannot be read")
      }
    }
    return unreadable
  }

  private static func malformed(_ id: ObjectID) -> GitError {
    GitError(.corruptObject, "object \(id) is no well-formed tree; run `git fsck`")
  }
}
