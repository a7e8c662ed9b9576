import FindingModel
import GitHistory

/// Reads each object with matches once more and turns them into sightings, on all cores.
struct HitResolution: Sendable {
  private static let run = 32

  let context: ScanContext
  let layout: RepositoryLayout

  /// - Parameter spots: where each object stands; one without any is left out.
  func resolve(_ hits: [ObjectHit], spots: [ObjectID: [Spot]]) async throws -> Sightings {
    let (context, layout) = (context, layout)
    let counters = Counters(total: hits.count, phase: .attribution)
    let parts = try await WorkQueue.perform(
      count: hits.count, jobs: context.jobs, run: Self.run
    ) { queue in
      let repository = try Repository.open(again: layout)
      let worker = try context.matcher.makeWorker()
      var sightings = Sightings()
      while let range = try await queue.take() {
        for hit in hits[range] {
          guard let places = spots[hit.object], !places.isEmpty else { continue }
          Self.resolve(hit, places, context, repository, worker, &sightings)
        }
        context.progress(counters.add(objects: range.count, bytes: 0))
      }
      return sightings
    }
    var all = Sightings()
    for part in parts { all.merge(part) }
    return all
  }

  private static func resolve(
    _ hit: ObjectHit, _ spots: [Spot], _ context: ScanContext, _ repository: borrowing Repository,
    _ worker: any SecretMatchWorker, _ sightings: inout Sightings
  ) {
    do {
      try repository.withObject(hit.object) { _, bytes in
        context.resolver.resolve(hit.matches, in: bytes, at: spots, worker, into: &sightings)
      }
    } catch {
      // It was read a moment ago; gone now, by a gc beside us.
      sightings.gaps.append(GapWords.object(hit.object, error))
    }
  }
}
