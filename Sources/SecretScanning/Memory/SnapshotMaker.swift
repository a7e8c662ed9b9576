import FindingModel
import GitHistory
import GitPacks

/// Makes the snapshot of a history that was searched whole just now, with its tables.
struct SnapshotMaker {
  /// What the tables hold, one after the other.
  private(set) var tables: [UInt8] = []
  private let key: [UInt8]

  /// - Parameter key: of the tables' digests.
  init(key: [UInt8]) { self.key = key }

  struct Input {
    var forest: DeltaForest
    var store: ObjectStore
    var objects: ObjectSearchResult
    var map: HistoryMap
    var attribution: Attribution
    var names: HistoryNames
    var completeness: Completeness
    var index: [IndexEntry]
    var part: HistoryPart
  }

  /// Nil where something is unreadable or left out.
  mutating func snapshot(_ input: Input, state: String) -> HistorySnapshot? {
    let (objects, map) = (input.objects, input.map)
    guard input.forest.problems.isEmpty, input.forest.unreadable.isEmpty, objects.gaps.isEmpty,
      objects.unreadable.isEmpty, objects.readOneByOne.isEmpty, map.isPacked,
      map.missing.problems.isEmpty, map.missing.misnamed.isEmpty,
      !input.attribution.isCut, input.attribution.problems.isEmpty, input.names.problems.isEmpty,
      input.completeness.damaged.isEmpty, input.part.sightings.gaps.isEmpty,
      input.part.coverage.gaps.isEmpty, let inventory = input.store.inventory()
    else { return nil }
    let tips = input.names.tips
    let blobs = objects.hits.filter { $0.kind == .blob }.map(\.object)
    guard let places = RememberedPlaces(blobs, input.attribution, map.graph, tips: tips) else {
      return nil
    }
    let (commits, order) = Self.commits(map.graph, tips)
    let hits = Set(blobs)
    return HistorySnapshot(
      state: state, packs: inventory.filter { !$0.hasPrefix("loose ") },
      loose: input.store.directories.flatMap(\.loose).map { ObjectID($0) }.sorted(),
      head: tips.head, others: tips.others, shallow: input.completeness.shallow,
      isPartial: input.completeness.isPartial, coverage: input.part.coverage,
      names: add(Self.names(input.forest)), commits: add(commits), order: add(order),
      tips: add(Self.ids(tips.commits)), tags: add(Self.ids(tips.tags.sorted())),
      references: add(ReferenceNames(input.names.references).encoded()),
      blobHits: add(Self.ids(blobs)),
      tagHits: add(Self.ids(objects.hits.filter { $0.kind == .tag }.map(\.object))),
      places: add(places.encoded()), index: add(Self.index(input.index, of: hits)),
      missing: add(Self.ids(Self.missing(map))))
  }

  private mutating func add(_ content: [UInt8]) -> MemoryTable {
    let table = MemoryTable(content, at: tables.count, key: key)
    tables += content
    return table
  }

  /// Nothing that a reference reaches: that would be a gap.
  private static func missing(_ map: HistoryMap) -> [ObjectID] {
    let graph = map.graph
    let trees = graph.trees.indices.filter { !map.holds(treeOf: $0) }.map { graph.trees[$0] }
    return map.missing.missing.union(map.graph.problems.keys).union(trees).sorted()
  }

  private static func names(_ forest: DeltaForest) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(forest.objectCount * NameTables.nameLength)
    for node in forest.nodesByName {
      NameTables.append(ObjectID(forest.name(of: node)), to: &bytes)
    }
    return bytes
  }

  static func ids(_ ids: [ObjectID]) -> [UInt8] {
    var writer = MemoryWriter()
    writer.list(ids) { $0.id($1) }
    return writer.bytes
  }

  /// The entries of an index that hold a blob with hits, in its order.
  static func index(_ entries: [IndexEntry], of blobs: Set<ObjectID>) -> [UInt8] {
    var writer = MemoryWriter()
    writer.list(entries.filter { blobs.contains($0.id) }) { writer, entry in
      writer.id(entry.id)
      writer.number(entry.path.count)
      writer.raw(entry.path)
    }
    return writer.bytes
  }

  private static func commits(_ graph: CommitGraph, _ tips: Tips) -> (
    byName: [UInt8], byAge: [UInt8]
  ) {
    let isReachable = graph.reach(from: tips.commits)
    let oldestFirst = graph.oldestFirst()
    var positions = [Int](repeating: 0, count: oldestFirst.count)
    var byAge: [UInt8] = []
    byAge.reserveCapacity(oldestFirst.count * CommitTables.ageLength)
    for (position, index) in oldestFirst.enumerated() {
      positions[index] = position
      CommitTables.append(seconds: graph.seconds[index], index: index, to: &byAge)
    }
    var byName: [UInt8] = []
    byName.reserveCapacity(positions.count * CommitTables.nameLength)
    for (index, commit) in graph.commits.enumerated() {
      CommitTables.append(
        commit, position: positions[index], isReachable: isReachable[index], to: &byName)
    }
    return (byName, byAge)
  }
}
