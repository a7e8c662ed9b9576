import FindingModel
import GitHistory

@testable import SecretScanning

/// Everything that a scan asks the history for.
struct HistoryAnswers {
  /// How many random histories; more in a long run.
  static let seeds = 24

  var commits: [ObjectID]
  var trees: [ObjectID]
  var order: [Int]
  var reachable: Set<ObjectID>
  var missing: Set<ObjectID>
  var misnamed: Set<MisnamedObject>
  var unreadable: [ObjectID: GitError]
  var places: [ObjectID: [Place]]
  var counts: [ObjectID: Int]
  var gaps: Set<Gap>

  init(
    _ map: HistoryMap, _ attribution: Attribution, _ targets: Set<ObjectID>, _ tips: Tips,
    _ gaps: [Gap]
  ) {
    commits = map.graph.commits
    trees = map.graph.trees
    order = map.graph.oldestFirst()
    reachable = map.graph.reachable(from: tips.commits)
    missing = map.missing.missing
    misnamed = map.missing.misnamed
    unreadable = map.missing.problems
    places = [:]
    counts = [:]
    for target in targets {
      places[target] = attribution.places(of: target)
      counts[target] = attribution.count(of: target)
    }
    self.gaps = Set(gaps)
  }

  /// The names of all answers that are not the same, for a readable failure.
  func differences(from other: HistoryAnswers) -> [String] {
    [
      commits == other.commits ? nil : "commits", trees == other.trees ? nil : "trees",
      order == other.order ? nil : "order", reachable == other.reachable ? nil : "reachable",
      missing == other.missing ? nil : "missing", gaps == other.gaps ? nil : "gaps",
      misnamed == other.misnamed ? nil : "misnamed",
      unreadable == other.unreadable ? nil : "unreadable", counts == other.counts ? nil : "counts",
      places == other.places ? nil : "places",
    ].compactMap { $0 }
  }
}
