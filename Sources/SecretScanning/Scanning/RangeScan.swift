import FindingModel
import GitHistory

/// Searches what `A..B`, or a push, adds: commits with their messages, tags, and each blob that a
/// commit (a merge too) has where its parents have it not.
struct RangeScan: Sendable {
  private let context: ScanContext

  init(_ context: ScanContext) { self.context = context }

  func run(_ path: String, range: String) async throws -> SecretScanResult {
    try await search(try prepare(path, range: range))
  }

  func run(_ path: String, push: PushRequest) async throws -> SecretScanResult {
    let warmUp = MatcherWarmUp(context.matcher)
    do {
      let result = try await search(try prepare(path, push: push, warmUp))
      await warmUp.end()
      return result
    } catch {
      await warmUp.end()
      throw error
    }
  }

  /// From so many commits on the fast searcher is worth the time in which it is built.
  private static let manyCommits = 200

  private struct Plan {
    var result: SecretScanResult
    var layout: RepositoryLayout
    var tips: [ObjectID]
    var new: NewObjects
  }

  private func prepare(_ path: String, range: String) throws -> Plan {
    let repository = try context.open(path)
    let ends = try repository.range(range)
    let new = try repository.newObjects(from: [ends.tip], excluding: ends.from.map { [$0] } ?? [])
    var result = SecretScanResult(scope: try context.scope("range", repository))
    result.scope.range = VisibleText.of(range.utf8)
    if !new.cutOff.isEmpty { result.coverage.gaps.append(GapWords.shallow(new.cutOff)) }
    return plan(result, [ends.to], new, repository)
  }

  private func prepare(_ path: String, push: PushRequest, _ warmUp: MatcherWarmUp) throws -> Plan {
    let repository = try context.open(path)
    let tips = try push.pushed.map { text in
      guard let id = ObjectID(text) else {
        throw GitError(.unknownRevision, "\(VisibleText.of(text.utf8)) is no object id")
      }
      return id
    }
    var known = push.remoteOIDs.compactMap { ObjectID($0) }.filter { $0 != .zero }
    let references = try repository.references().references
    if let remote = push.remote {
      let prefix = Array("refs/remotes/\(remote)/".utf8)
      known += references.filter { $0.name.starts(with: prefix) }.compactMap(\.target)
    }
    let new = try repository.newObjects(from: tips, excluding: known) { count in
      if count >= Self.manyCommits { warmUp.begin() }
    }
    var result = SecretScanResult(scope: try context.scope("push", repository))
    result.scope.commit = tips.first?.description
    return plan(result, tips, new, repository)
  }

  private func plan(
    _ start: SecretScanResult, _ tips: [ObjectID], _ new: NewObjects,
    _ repository: borrowing Repository
  ) -> Plan {
    var result = start
    let isPartial = (try? repository.completeness().isPartial) ?? false
    result.coverage.gaps += new.problems.map {
      GapWords.object($0.key, $0.value, isPartial: isPartial)
    }
    return Plan(result: result, layout: repository.layout, tips: tips, new: new)
  }

  private func search(_ plan: Plan) async throws -> SecretScanResult {
    var result = plan.result
    var objects = try await objects(plan)
    result.coverage.add(objects)
    result.coverage.gaps += objects.misnamed(among: Set(plan.new.blobs.keys))
      .map(GapWords.misnamed)
    let spots = try spots(of: &objects.hits, plan)
    let sightings = try await HitResolution(context: context, layout: plan.layout)
      .resolve(objects.hits, spots: spots)
    try context.finish(sightings, &result)
    return result
  }

  private func objects(_ plan: Plan) async throws -> ObjectSearchResult {
    if context.options.engine != .plain, let matcher = context.matcher as? any PatternBasedMatcher {
      return try await LineageSearch(
        layout: plan.layout, matcher: matcher, jobs: context.jobs,
        maximumBlob: context.options.maximumBlob
      ).search(plan.new, progress: context.progress)
    }
    let ids = plan.new.commits + plan.new.tags + plan.new.blobs.keys
    return try await context.engine(plan.layout)
      .search(.these(ids), progress: context.progress)
  }

  private func spots(of hits: inout [ObjectHit], _ plan: Plan) throws -> [ObjectID: [Spot]] {
    if hits.isEmpty { return [:] }
    let repository = try Repository.open(again: plan.layout)
    // Moved or copied within the tree: the other side has it already.
    let found = Set(hits.lazy.filter { $0.kind == .blob }.map(\.object))
    let known = repository.held(found, in: plan.new.boundary)
    hits.removeAll { $0.kind == .blob && known.contains($0.object) }
    var finder = SpotFinder(commits: plan.new.commits)
    var spots: [ObjectID: [Spot]] = [:]
    for hit in hits {
      switch hit.kind {
      case .commit:
        spots[hit.object] = [finder.spot(commit: hit.object, isReachable: true, in: repository)]
      case .tag:
        spots[hit.object] = [finder.spot(tag: hit.object, isReachable: true, in: repository)]
      case .blob:
        spots[hit.object] = plan.new.blobs[hit.object, default: []].map { place in
          finder.spot(hit.object, placed(place, hit.object, plan.tips, repository), in: repository)
        }
      case .tree: continue
      }
    }
    return spots
  }

  /// `head` where the judged commit still has the blob at this path.
  private func placed(
    _ place: GitHistory.Place, _ blob: ObjectID, _ tips: [ObjectID],
    _ repository: borrowing Repository
  ) -> GitHistory.Place {
    guard let path = place.path else { return place }
    var place = place
    for tip in tips where (try? repository.entry(at: tip, path))??.id == blob {
      place.reach = .head
    }
    return place
  }
}
