import GitHistory
import GitPacks

extension PackedHistory {
  /// Gives an object that a commit or a reference names its number.
  mutating func name(_ id: ObjectID) { _ = numbers.number(id) }

  func holds(_ tree: ObjectID) -> Bool { numbers[tree].map(numbers.isStored) ?? false }

  /// As `Attribution.init` does it over libgit2.
  func attribution(of targets: Set<ObjectID>, graph: CommitGraph, tips: Tips) throws -> Attribution
  {
    var wanted = NodeSet(count: numbers.count)
    for target in targets {
      if let number = numbers[target] { wanted.insert(number) }
    }
    if wanted.isEmpty { return Attribution(places: [:], counts: [:]) }
    var walk = PackedAttributionWalk(trees, targets: wanted, count: numbers.count)
    if let tree = tips.head.flatMap({ graph.tree(of: $0) }), let number = numbers[tree] {
      walk.visitHead(number)
    }
    let isReachable = graph.reach(from: tips.commits)
    let order = graph.oldestFirst()
    try visit(order.filter { isReachable[$0] }, .refs, graph, &walk)
    for id in tips.others {
      if let number = numbers[id] { walk.visit(number, of: nil, .refs) }
    }
    try visit(order.filter { !isReachable[$0] }, .unreachable, graph, &walk)
    var places: [ObjectID: [Place]] = [:]
    var counts: [ObjectID: Int] = [:]
    for (number, found) in walk.places { places[numbers.id(number)] = found }
    for (number, count) in walk.counts { counts[numbers.id(number)] = count }
    var attribution = Attribution(places: places, counts: counts)
    attribution.isCut = walk.isCut
    return attribution
  }

  private func visit(
    _ commits: [Int], _ reach: Reach, _ graph: CommitGraph, _ walk: inout PackedAttributionWalk
  ) throws {
    for index in commits {
      try Task.checkCancellation()
      guard let tree = numbers[graph.trees[index]] else { continue }
      walk.visit(tree, of: graph.commits[index], reach)
    }
  }
}
