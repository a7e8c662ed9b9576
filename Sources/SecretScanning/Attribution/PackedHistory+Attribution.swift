import GitHistory
import GitPacks

extension PackedHistory {
  /// Commits after which a cancelled scan is noticed.
  private static let patience = 256

  /// As `Attribution.init` does it over libgit2; nil where the trees are let go.
  func attribution(
    of targets: Set<ObjectID>, graph: CommitGraph, tips: Tips
  ) throws -> Attribution? {
    guard let trees else { return nil }
    var wanted = NodeSet(count: numbers.count)
    for number in numbers[Array(targets)] { wanted.insert(number) }
    if wanted.isEmpty { return Attribution(places: [:], counts: [:]) }
    var walk = PackedAttributionWalk(trees, targets: wanted, count: numbers.count)
    if let head = tips.head.flatMap({ graph.position(of: $0) }) {
      walk.visitHead(treeNumbers[head])
    }
    let isReachable = graph.reach(from: tips.commits)
    try visit(graph, .refs, &walk) { isReachable[$0] }
    for id in tips.others {
      if let number = numbers[id] { walk.visit(number, of: nil, .refs) }
    }
    try visit(graph, .unreachable, &walk) { !isReachable[$0] }
    var places: [ObjectID: [Place]] = [:]
    var counts: [ObjectID: Int] = [:]
    for (number, found) in walk.places { places[numbers.id(number)] = found }
    for (number, count) in walk.counts { counts[numbers.id(number)] = count }
    var attribution = Attribution(places: places, counts: counts)
    attribution.isCut = walk.isCut
    return attribution
  }

  private func visit(
    _ graph: CommitGraph, _ reach: Reach, _ walk: inout PackedAttributionWalk,
    where isWanted: (Int) -> Bool
  ) throws {
    let commits = graph.commits
    var visits = 0
    for place in graph.oldestFirst() where isWanted(place) {
      if visits % Self.patience == 0 { try Task.checkCancellation() }
      visits += 1
      walk.visit(treeNumbers[place], of: commits[place], reach)
    }
  }
}
