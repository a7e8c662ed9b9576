import FindingModel
import GitHistory
import GitPacks

/// Searches everything that a repository holds.
struct HistoryScan: Sendable {
  private let context: ScanContext
  /// What other machines have searched; nil to search here.
  private let shards: [ShardResult]?

  init(_ context: ScanContext, shards: [ShardResult]? = nil) {
    self.context = context
    self.shards = shards
  }

  func run(_ path: String) async throws -> SecretScanResult {
    var survey = try survey(path)
    let output = try await FileSearch(context: context).search(survey.files)
    survey.result.coverage.add(output)
    survey.sightings.merge(output.sightings)
    let options = shards == nil ? context.options.memory : nil
    guard let memory = options.flatMap({ ScanMemory($0, survey.layout, context) }) else {
      return try finished(survey, try await search(survey, nil).part)
    }
    return try await remembering(survey, memory)
  }

  /// The result as it is remembered; else what is missing of it is made, and remembered.
  private func remembering(_ survey: Survey, _ memory: ScanMemory) async throws -> SecretScanResult
  {
    let surroundings = ScanSurroundings(
      result: survey.result, sightings: survey.sightings, options: context.options)
    let state = memory.state(survey.layout, survey.completeness, survey.index)
    let known = state == nil ? nil : memory.finished()
    let key = (state ?? "") + surroundings.digest
    if let known, known.key == key { return known.result }
    let result: SecretScanResult
    let change: HistoryChange
    if let state, let part = memory.part(for: state) {
      change = HistoryChange(base: state)
      result = try finished(survey, part)
    } else if state != nil, let grown = try await grown(survey, memory, surroundings, known) {
      (result, change) = grown
    } else {
      let found = try await search(survey, memory)
      result = try finished(survey, found.part)
      // What has changed meanwhile was seen as it was before or as it is now: nobody knows.
      guard let state, !found.part.isMendable,
        state == memory.state(survey.layout, survey.completeness, survey.index)
      else { return result }
      if memory.keep(found.part, for: state, try SecretMask(context.matcher)) {
        var maker = SnapshotMaker(key: memory.tableKey)
        if let snapshot = maker.snapshot(found, state: state) {
          memory.keep(snapshot, tables: maker.tables)
        }
      }
      change = HistoryChange(base: state)
    }
    guard state == memory.state(survey.layout, survey.completeness, survey.index) else {
      return result
    }
    if let snapshot = change.snapshot { memory.keep(snapshot) }
    memory.keep(
      FinishedResult(
        result, key: key, findingsKey: change.digest + surroundings.sightingsDigest))
    return result
  }

  /// The result of a history that is remembered and has grown since; nil where that is not enough.
  private func grown(
    _ survey: Survey, _ memory: ScanMemory, _ surroundings: ScanSurroundings,
    _ known: FinishedResult?
  ) async throws -> (SecretScanResult, HistoryChange)? {
    guard let snapshot = memory.snapshot() else { return nil }
    let growth = HistoryGrowth(
      context: context, memory: memory, snapshot: snapshot, layout: survey.layout,
      completeness: survey.completeness, index: survey.index)
    guard let change = try await growth.find() else { return nil }
    if let known, known.findingsKey == change.digest + surroundings.sightingsDigest {
      var rest = HistoryPart()
      rest.coverage = change.coverage
      var bare = survey
      bare.sightings.all = []
      var result = try finished(bare, rest)
      (result.findings, result.suspects) = (known.result.findings, known.result.suspects)
      result.suppressions = known.result.suppressions
      result.coverage.suspects = result.suspects.count
      return (result, change)
    }
    guard let part = memory.part(for: change.base) else { return nil }
    return (try finished(survey, change.applied(to: part)), change)
  }

  private func finished(_ survey: Survey, _ part: HistoryPart) throws -> SecretScanResult {
    var (result, sightings) = (survey.result, survey.sightings)
    result.coverage.add(part.coverage)
    sightings.merge(part.sightings)
    try context.finish(sightings, &result)
    return result
  }

  private func search(_ survey: Survey, _ memory: ScanMemory?) async throws -> SnapshotMaker.Input {
    context.progress(ScanProgress(phase: .listing))
    let listing = try HistoryNames.Listing(survey.layout)
    var layout = survey.layout
    let (store, forest) = DeltaForest.build(
      objects: layout.commonDirectory + "/objects", jobs: context.jobs)
    layout.avoided = SelfReferringDeltas.objects(in: forest)
    layout.soundPacks = Set(forest.soundPacks)
    GuardedPacks.letGoOfPages()
    let names = try HistoryNames(listing, survey.layout, commits: listing.commits(in: forest))
    let engine = context.engine(layout, forest)
    if shards == nil { context.progress(ScanProgress(phase: .objects, total: forest.objectCount)) }
    var objects: ObjectSearchResult
    if let shards {
      let facts = ShardFacts(forest, store, names.references, head: names.tips.head, context)
      objects = try ShardMerge(shards: shards, facts: facts, forest: forest).run()
    } else if let memory {
      objects = try await RememberingSearch(memory: memory, engine: engine, forest: forest)
        .run(context.progress)
    } else {
      objects = try await engine.search(.all, progress: context.progress)
    }
    // Also where every object was read through libgit2: the same is told of it.
    let unread = forest.unreadable.map { ObjectID($0.name) }
    objects.readOneByOne = Set(objects.readOneByOne).union(unread).sorted()
    var part = HistoryPart()
    part.coverage.references = names.references.count
    part.coverage.gaps = names.problems.map { problem in
      Gap(
        kind: problem.code == .missingObject ? .missing : .corrupt, subject: "references",
        detail: "\(problem)")
    }
    part.coverage.gaps += GapWords.storage(forest.problems, besides: survey.completeness)
    part.coverage.add(objects)
    context.progress(ScanProgress(phase: .attribution, total: objects.hits.count))
    var map = try await HistoryMap(
      of: objects, layout: layout, forest: forest, tips: names.tips,
      shallow: survey.completeness.shallow, context: context)
    let (spots, attribution) = try attribute(
      objects, map, survey, names.tips, layout, forest, &part.coverage)
    map.letGoOfTrees()
    part.sightings = try await HitResolution(context: context, layout: layout)
      .resolve(objects.hits, spots: spots)
    try NamesSearch(context: context, worker: try context.matcher.makeWorker())
      .search(references: names.references, into: &part.sightings)
    return SnapshotMaker.Input(
      forest: forest, store: store, objects: objects, map: map, attribution: attribution,
      names: names, completeness: survey.completeness, index: survey.index, part: part)
  }

  /// What is looked at in every scan, before the first object is read.
  private struct Survey {
    var result: SecretScanResult
    var layout: RepositoryLayout
    var completeness: Completeness
    var files: [FileItem]
    var index: [IndexEntry]
    var sightings: Sightings
  }

  private func survey(_ path: String) throws -> Survey {
    let repository = try context.open(path)
    var result = SecretScanResult(scope: try context.scope("history", repository))
    // A damaged index is told by the work tree's listing.
    result.scope.dirty = (try? !repository.changes().isEmpty) ?? true
    let completeness = try repository.completeness()
    result.coverage.gaps += completeness.damaged.map {
      Gap(kind: .corrupt, subject: "object database", detail: $0)
    }
    if !completeness.shallow.isEmpty {
      result.coverage.gaps.append(GapWords.shallow(completeness.shallow))
    }
    var sightings = Sightings()
    let names = NamesSearch(context: context, worker: try context.matcher.makeWorker())
    try names.search(configuration: repository.configuration(), into: &sightings)
    let files = try WorkTreeScan.items(repository, context, &result.coverage)
    // A damaged index is told by the work tree's listing.
    let index = (try? repository.index(file: context.options.indexFile)) ?? []
    return Survey(
      result: result, layout: repository.layout, completeness: completeness, files: files,
      index: index, sightings: sightings)
  }

  /// A content at thousands of paths is judged at so many of them, those in HEAD first.
  private static let mostSpots = 200

  private static func telling(_ places: [GitHistory.Place]) -> [GitHistory.Place] {
    if places.count <= mostSpots { return places }
    let atHead = places.filter { $0.reach == .head }.prefix(mostSpots / 2)
    let others = places.filter { $0.reach != .head }.prefix(mostSpots / 2)
    return Array(others) + atHead
  }

  /// Where each object with matches stands; gaps for what history names and nobody has.
  private func attribute(
    _ objects: ObjectSearchResult, _ map: HistoryMap, _ survey: Survey, _ tips: Tips,
    _ layout: RepositoryLayout, _ forest: DeltaForest, _ coverage: inout Coverage
  ) throws -> ([ObjectID: [Spot]], Attribution) {
    let repository = try Repository.open(again: layout)
    let isReachable = map.graph.reach(from: tips.commits)
    let missing = MissingObjects.missing(map, isReachable: isReachable, repository)
    let targets = HistoryMap.targets(objects)
    let attribution = try map.attribution(
      of: targets.union(missing), tips: tips, in: repository)
    coverage.gaps += MissingObjects.gaps(
      missing, attribution, map, tips: tips, completeness: survey.completeness)
    var finder = SpotFinder(
      map.graph, reader: map.isPacked ? PackedCommitReader(forest) : nil)
    let index = Dictionary(grouping: survey.index.filter { targets.contains($0.id) }, by: \.id)
    var spots: [ObjectID: [Spot]] = [:]
    for hit in objects.hits {
      let id = hit.object
      switch hit.kind {
      case .commit:
        spots[id] = [
          finder.spot(
            commit: id, isReachable: map.graph.position(of: id).map { isReachable[$0] } ?? false,
            in: repository)
        ]
      case .tag:
        spots[id] = [finder.spot(tag: id, isReachable: tips.tags.contains(id), in: repository)]
      case .blob:
        spots[id] = Self.spots(of: id, attribution, index[id] ?? [], &finder, repository)
      case .tree: continue
      }
    }
    let pointers = objects.pointers.map { "object \($0)" }
    coverage.skipped += pointers.map { .init(kind: "lfs-pointer", subject: $0) }
    return (spots, attribution)
  }

  /// All spots of a blob: history, the index, or nowhere at all.
  static func spots(
    of blob: ObjectID, _ attribution: Attribution, _ entries: [IndexEntry],
    _ finder: inout SpotFinder, _ repository: borrowing Repository
  ) -> [Spot] {
    let places = attribution.places(of: blob)
    var spots = telling(places).map { finder.spot(blob, $0, in: repository) }
    if !spots.isEmpty { spots[0].morePaths = attribution.count(of: blob) - spots.count }
    spots += IndexSpots.spots(of: blob, entries, besides: places)
    if !spots.isEmpty { return spots }
    let nowhere = Place(path: nil, commit: nil, reach: .unreachable)
    return [finder.spot(blob, nowhere, in: repository)]
  }
}
