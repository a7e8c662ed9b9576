import FindingModel
import GitHistory

/// Searches what the index would add to HEAD.
struct StagedScan: Sendable {
  private let context: ScanContext

  init(_ context: ScanContext) { self.context = context }

  func run(_ path: String) async throws -> SecretScanResult {
    var (result, layout, entries) = try prepare(path)
    let ids = entries.filter { $0.kind != .submodule }.map(\.id)
    let objects = try await context.engine(layout)
      .search(.these(ids), progress: context.progress)
    result.coverage.add(objects)
    result.coverage.gaps += objects.misnamed(among: Set(ids)).map(GapWords.misnamed)
    result.coverage.files = entries.count
    result.coverage.skipped += entries.filter { $0.kind == .submodule }.map {
      .init(kind: "submodule", subject: VisibleText.of($0.path))
    }
    let byID = Dictionary(grouping: entries, by: \.id)
    var spots: [ObjectID: [Spot]] = [:]
    for hit in objects.hits {
      spots[hit.object] = IndexSpots.spots(of: hit.object, byID[hit.object] ?? [])
    }
    let sightings = try await HitResolution(context: context, layout: layout)
      .resolve(objects.hits, spots: spots)
    try context.finish(sightings, &result)
    return result
  }

  private func prepare(_ path: String) throws -> (SecretScanResult, RepositoryLayout, [IndexEntry])
  {
    let repository = try context.open(path)
    let result = SecretScanResult(scope: try context.scope("staged", repository))
    return (result, repository.layout, try repository.staged(file: context.options.indexFile))
  }
}
