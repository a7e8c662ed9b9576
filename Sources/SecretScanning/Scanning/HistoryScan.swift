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
    let part = try await history(survey)
    survey.result.coverage.add(part.coverage)
    let output = try await FileSearch(context: context).search(survey.files)
    survey.result.coverage.add(output)
    survey.sightings.merge(output.sightings)
    survey.sightings.merge(part.sightings)
    try context.finish(survey.sightings, &survey.result)
    return survey.result
  }

  /// What the objects and the names of references contribute, remembered or searched.
  private func history(_ survey: Survey) async throws -> HistoryPart {
    let store = ObjectStore(objects: survey.layout.commonDirectory + "/objects")
    let options = shards == nil ? context.options.memory : nil
    let memory = options.flatMap { ScanMemory($0, survey.layout, context) }
    let state = memory?.state(
      store, survey.references, survey.tips, survey.completeness, survey.index,
      context.options.exclusions)
    if let memory, let state, let part = memory.part(for: state) { return part }
    let part = try await search(survey, store, memory)
    if let memory, let state {
      memory.keep(part, for: state, try SecretMask(context.matcher))
    }
    return part
  }

  private func search(_ survey: Survey, _ store: ObjectStore, _ memory: ScanMemory?) async throws
    -> HistoryPart
  {
    var layout = survey.layout
    let forest = DeltaForest.build(store, jobs: context.jobs)
    layout.avoided = SelfReferringDeltas.objects(in: forest)
    let engine = context.engine(layout, forest)
    let objects: ObjectSearchResult
    if let shards {
      let facts = ShardFacts(forest, store, survey.references, head: survey.tips.head, context)
      objects = try ShardMerge(shards: shards, facts: facts, forest: forest).run()
    } else if let memory {
      objects = try await RememberingSearch(memory: memory, engine: engine, forest: forest)
        .run(context.progress)
    } else {
      objects = try await engine.search(.all, progress: context.progress)
    }
    var part = HistoryPart()
    part.coverage.add(objects)
    context.progress(ScanProgress(phase: .attribution, total: objects.hits.count))
    let map = try await HistoryMap(
      of: objects, layout: layout, forest: forest, tips: survey.tips,
      shallow: survey.completeness.shallow, context: context)
    let spots = try attribute(objects, map, survey, layout, &part.coverage)
    part.sightings = try await HitResolution(context: context, layout: layout)
      .resolve(objects.hits, spots: spots)
    try NamesSearch(context: context, worker: try context.matcher.makeWorker())
      .search(references: survey.references, into: &part.sightings)
    return part
  }

  /// What is known before the first object is read.
  private struct Survey {
    var result: SecretScanResult
    var layout: RepositoryLayout
    var references: [Reference]
    var completeness: Completeness
    var tips: Tips
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
    let listing = try repository.references()
    let tips = try repository.tips(listing.references)
    result.coverage.references = listing.references.count
    result.coverage.gaps += (listing.problems + tips.problems).map { problem in
      Gap(
        kind: problem.code == .missingObject ? .missing : .corrupt, subject: "references",
        detail: "\(problem)")
    }
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
      result: result, layout: repository.layout, references: listing.references,
      completeness: completeness, tips: tips, files: files, index: index, sightings: sightings)
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
    _ objects: ObjectSearchResult, _ map: HistoryMap, _ survey: Survey, _ layout: RepositoryLayout,
    _ coverage: inout Coverage
  ) throws -> [ObjectID: [Spot]] {
    let repository = try Repository.open(again: layout)
    let tips = survey.tips
    let reachable = map.graph.reachable(from: tips.commits)
    coverage.gaps += try MissingObjects.gaps(
      map, objects, tips: tips, completeness: survey.completeness, repository)
    let targets = HistoryMap.targets(objects)
    let attribution = try map.attribution(of: targets, tips: tips, in: repository)
    let commits = map.graph.commits
    var finder = SpotFinder(commits: map.graph.oldestFirst().map { commits[$0] })
    let index = Dictionary(grouping: survey.index.filter { targets.contains($0.id) }, by: \.id)
    var spots: [ObjectID: [Spot]] = [:]
    for hit in objects.hits {
      let id = hit.object
      switch hit.kind {
      case .commit:
        spots[id] = [
          finder.spot(commit: id, isReachable: reachable.contains(id), in: repository)
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
    return spots
  }

  /// All spots of a blob: history, the index, or nowhere at all.
  private static func spots(
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
