import FindingModel
import GitHistory

/// Turns objects with matches into sightings, on all cores; one of which too little was kept is
/// read once more.
struct HitResolution: Sendable {
  private static let run = 32

  let context: ScanContext
  let layout: RepositoryLayout

  /// - Parameter spots: where each object stands; one without any is left out.
  func resolve(_ hits: [ObjectHit], spots: [ObjectID: [Spot]]) async throws -> Sightings {
    let (context, layout) = (context, layout)
    let counters = Counters(total: hits.count, phase: .judging)
    context.progress(ScanProgress(phase: .judging, total: hits.count))
    let parts = try await WorkQueue.perform(
      count: hits.count, jobs: context.jobs, run: Self.run
    ) { queue in
      let repository = try Repository.open(again: layout)
      let judge = CachedAssessment(try context.matcher.makeWorker())
      var sightings = Sightings()
      while let range = try await queue.take() {
        for hit in hits[range] {
          guard let places = spots[hit.object], !places.isEmpty else { continue }
          Self.resolve(hit, places, context, repository, judge, &sightings)
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
    _ judge: CachedAssessment, _ sightings: inout Sightings
  ) {
    if let excerpts = hit.excerpts, excerpts.count == hit.matches.count {
      context.resolver.resolve(hit.matches, excerpts, at: spots, judge, into: &sightings)
      return
    }
    do {
      try repository.withObject(hit.object) { _, bytes in
        // A hit that was remembered tells where, not how the bytes are written: searched again.
        let matches = try judge.worker.matches(in: bytes)
        context.resolver.resolve(matches, in: bytes, at: spots, judge.worker, into: &sightings)
      }
    } catch {
      // It was read a moment ago; gone now, by a gc beside us.
      sightings.gaps.append(GapWords.object(hit.object, error))
    }
  }
}
