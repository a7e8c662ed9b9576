import FindingModel
import GitHistory
import GitPacks

/// What a history holds beyond what is remembered of it: cost is by what is new.
///
/// Every question that it cannot answer for certain makes the scan go the whole way.
struct HistoryGrowth: Sendable {
  let context: ScanContext
  let memory: ScanMemory
  let snapshot: HistorySnapshot
  let layout: RepositoryLayout
  let completeness: Completeness
  let index: [IndexEntry]

  /// - Returns: nil where it cannot be told.
  /// - Throws: `CancellationError`.
  func find() async throws -> HistoryChange? {
    do {
      return try await change()
    } catch let error as CancellationError {
      throw error
    } catch {
      return nil
    }
  }

  private func reader(_ table: MemoryTable) -> MemoryTableReader {
    memory.reader(table)
  }

  private func ids(_ table: MemoryTable) throws -> [ObjectID] {
    var reader = MemoryReader(try self.reader(table).content())
    return try reader.list { try $0.id() }
  }

  private func change() async throws -> HistoryChange? {
    let oldTips = try ids(snapshot.tips)
    // Nothing that was there is gone, as the difference of the objects says below.
    let names = try HistoryNames(layout, commits: oldTips)
    guard names.problems.isEmpty, completeness.damaged.isEmpty,
      completeness.shallow == snapshot.shallow, completeness.isPartial == snapshot.isPartial,
      names.tips.others == snapshot.others
    else { return nil }
    let store = ObjectStore(objects: layout.commonDirectory + "/objects")
    // What was missing may have places in what is old.
    guard let objects = try difference(store),
      Set(objects.new).isDisjoint(with: try ids(snapshot.missing))
    else { return nil }
    let found =
      objects.new.isEmpty
      ? ObjectSearchResult()
      : try await context.engine(layout).search(.these(objects.new), progress: context.progress)
    guard found.gaps.isEmpty, found.unreadable.isEmpty,
      found.objectCount == objects.new.count
    else { return nil }
    guard let facts = try facts(found, names, oldTips) else { return nil }
    var change = HistoryChange(base: snapshot.state)
    change.coverage = snapshot.coverage
    change.coverage.references = names.references.count
    change.coverage.add(found)
    change.coverage.skipped += found.pointers.map {
      .init(kind: "lfs-pointer", subject: "object \($0)")
    }
    try searchNames(names.references, &change)
    change.blobs = facts.blobs
    change.sightings.merge(
      try await HitResolution(context: context, layout: layout)
        .resolve(facts.hits, spots: facts.spots))
    guard change.sightings.gaps.isEmpty else { return nil }
    if objects.isRepacked {
      var snapshot = snapshot
      (snapshot.packs, snapshot.loose, snapshot.since) = (objects.packs, objects.loose, objects.new)
      change.snapshot = snapshot
    }
    return change
  }

  private func difference(_ store: ObjectStore) throws -> ObjectDifference? {
    let repository = try Repository.open(again: layout)
    guard
      let objects = try ObjectDifference(
        snapshot, names: reader(snapshot.names), store, repository),
      objects.new.allSatisfy({ repository.isGenuine($0) })
    else { return nil }
    return objects
  }

  private func searchNames(_ references: [Reference], _ change: inout HistoryChange) throws {
    let (added, dropped) = try ReferenceNames(references)
      .changes(since: try reader(snapshot.references).content())
    change.objects = dropped
    try NamesSearch(context: context, worker: try context.matcher.makeWorker())
      .search(references: added, into: &change.sightings)
  }

  /// What is to be judged anew.
  private struct Facts {
    /// Blobs of which nothing remembered holds.
    var blobs: Set<ObjectID> = []
    var hits: [ObjectHit] = []
    var spots: [ObjectID: [Spot]] = [:]
  }

  private func facts(
    _ found: ObjectSearchResult, _ names: HistoryNames, _ oldTips: [ObjectID]
  ) throws -> Facts? {
    let repository = try Repository.open(again: layout)
    let tables = CommitTables(byName: reader(snapshot.commits), byAge: reader(snapshot.order))
    guard try keepsTags(names.tips),
      let additions = try CommitAdditions(
        found, tips: names.tips.commits, oldTips: oldTips,
        shallow: completeness.shallow, tables, repository)
    else { return nil }
    let newBlobs = Set(found.hits.lazy.filter { $0.kind == .blob }.map(\.object))
    let oldBlobs = Set(try ids(snapshot.blobHits))
    let changes = try placeChanges(
      additions, names.tips.head, newBlobs.union(oldBlobs), repository)
    var facts = Facts()
    facts.blobs = changes.blobs.union(newBlobs).union(try indexChanges(oldBlobs))
    // Of remembered ones only the place in the content is known: they are searched again.
    facts.hits =
      found.hits
      + facts.blobs.subtracting(newBlobs).sorted().map {
        ObjectHit(object: $0, kind: .blob, matches: [])
      }
    if facts.hits.isEmpty { return facts }
    let orders = try tables.orders(of: additions.records)
    let old = try RememberedPlaces(try reader(snapshot.places).content(), of: facts.blobs)
    guard let merged = changes.merged(old, of: facts.blobs, orders: orders) else { return nil }
    facts.spots = Self.spots(
      of: facts.hits, merged, orders, index, repository,
      isReachable: { additions.reachable.contains($0) || names.tips.tags.contains($0) })
    return facts
  }

  /// Whether tags with hits are told of as before.
  private func keepsTags(_ tips: Tips) throws -> Bool {
    let old = Set(try ids(snapshot.tags))
    return try ids(snapshot.tagHits).allSatisfy { old.contains($0) == tips.tags.contains($0) }
  }

  private func placeChanges(
    _ additions: CommitAdditions, _ head: ObjectID?, _ hits: Set<ObjectID>,
    _ repository: borrowing Repository
  ) throws -> PlaceChanges {
    var changes = PlaceChanges(additions)
    // An old tree that nothing reached may lack files, or name others as such, which counts from
    // now on.
    func isWanted(_ file: ObjectID) throws -> Bool {
      guard try repository.header(of: file).kind == .blob else { throw MemoryReader.Malformed() }
      return hits.contains(file)
    }
    for (id, record) in additions.records {
      let parents = try record.parents.map { try repository.commit($0).tree }
      try TreeAdditions.forEach(
        in: record.tree, besides: parents, repository, where: isWanted
      ) { changes.note($0, $1, introducedBy: id) }
    }
    if head == snapshot.head { return changes }
    let before = try snapshot.head.map { try repository.commit($0).tree }
    let now = try head.map { try repository.commit($0).tree }
    if let before {
      try TreeAdditions.forEach(
        in: before, besides: now.map { [$0] } ?? [], repository, where: hits.contains
      ) { changes.noteGone($0, $1) }
    }
    if let now {
      try TreeAdditions.forEach(
        in: now, besides: before.map { [$0] } ?? [], repository, where: hits.contains
      ) { changes.noteAtHead($0, $1) }
    }
    return changes
  }

  /// Blobs that stand in the index now or stood there, where it is not as it was.
  private func indexChanges(_ hits: Set<ObjectID>) throws -> Set<ObjectID> {
    let remembered = try reader(snapshot.index).content()
    if SnapshotMaker.index(index, of: hits) == remembered { return [] }
    var reader = MemoryReader(remembered)
    let before = try reader.list { reader in
      let id = try reader.id()
      _ = try reader.raw(try reader.number())
      return id
    }
    return Set(before).union(index.map(\.id).filter(hits.contains))
  }

  private static func spots(
    of hits: [ObjectHit], _ places: [ObjectID: [RememberedPlaces.Entry]],
    _ orders: [ObjectID: Int], _ index: [IndexEntry], _ repository: borrowing Repository,
    isReachable: (ObjectID) -> Bool
  ) -> [ObjectID: [Spot]] {
    var orders = orders
    for entry in places.values.joined() {
      if let commit = entry.commit { orders[commit] = entry.order }
    }
    var finder = SpotFinder(orders: orders)
    let attribution = Attribution(
      places: places.mapValues { $0.map(\.place) }, counts: places.mapValues(\.count))
    let entries = Dictionary(grouping: index.filter { places[$0.id] != nil }, by: \.id)
    var spots: [ObjectID: [Spot]] = [:]
    for hit in hits {
      let id = hit.object
      switch hit.kind {
      case .commit:
        spots[id] = [finder.spot(commit: id, isReachable: isReachable(id), in: repository)]
      case .tag: spots[id] = [finder.spot(tag: id, isReachable: isReachable(id), in: repository)]
      case .blob:
        spots[id] = HistoryScan.spots(of: id, attribution, entries[id] ?? [], &finder, repository)
      case .tree: continue
      }
    }
    return spots
  }
}
