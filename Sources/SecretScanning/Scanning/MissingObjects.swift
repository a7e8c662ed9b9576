import FindingModel
import GitHistory

/// Objects that history names and no database holds: what was not there could not be searched.
struct MissingObjects: Sendable {
  private static let run = 512
  /// A partial clone misses most of its blobs: so many are named, the rest counted.
  private static let mostNamed = 100

  let context: ScanContext
  let layout: RepositoryLayout

  /// Reads every tree and looks for what it names.
  func search(_ trees: [ObjectID], among all: StoredObjects) async throws -> Connectivity.Finding {
    let layout = layout
    let parts = try await WorkQueue.perform(
      count: trees.count, jobs: context.jobs, run: Self.run
    ) { queue in
      let repository = try Repository.open(again: layout)
      var finding = Connectivity.Finding()
      while let range = try await queue.take() {
        finding.merge(Connectivity.check(trees[range], against: all, repository))
      }
      return finding
    }
    var finding = Connectivity.Finding()
    for part in parts { finding.merge(part) }
    return finding
  }

  /// What trees and reachable commits name and no database holds.
  static func missing(
    _ map: HistoryMap, isReachable: [Bool], _ repository: borrowing Repository
  ) -> Set<ObjectID> {
    var missing = map.missing.missing
    let trees = map.graph.trees
    for place in trees.indices
    where isReachable[place] && !map.holds(treeOf: place) && trees[place] != .emptyTree
      && !repository.contains(trees[place])
    {
      missing.insert(trees[place])
    }
    return missing
  }

  /// Gaps for those that a reference reaches; leftovers of pruned history miss objects by nature.
  ///
  /// - Parameter attribution: of `missing`, and of anything else.
  static func gaps(
    _ missing: Set<ObjectID>, _ attribution: Attribution, _ map: HistoryMap, tips: Tips,
    completeness: Completeness
  ) -> [Gap] {
    let isPartial = completeness.isPartial
    var gaps = map.missing.problems.map { GapWords.object($0.key, $0.value) }
    gaps += map.missing.misnamed.map { GapWords.misnamed($0) }
    for (commit, error) in map.graph.problems(from: tips.commits) {
      gaps.append(GapWords.object(commit, error, isPartial: isPartial))
    }
    var reached: [ObjectID: Place] = [:]
    for id in missing {
      reached[id] = attribution.places(of: id).first { $0.reach != .unreachable }
    }
    for (id, place) in reached.sorted(by: { $0.key < $1.key }).prefix(mostNamed) {
      gaps.append(GapWords.missing(id, path: place.path, isPartial: isPartial))
    }
    if reached.count > mostNamed {
      gaps.append(
        Gap(
          kind: isPartial ? .partial : .missing,
          subject: "\(reached.count - mostNamed) more objects",
          detail: "not in the repository, beside those named"))
    }
    return gaps
  }
}
