import GitHistory
import GitPacks

extension DeltaForest {
  /// Objects that are looked up at once.
  private static let run = 4096

  /// The node of each of some objects, -1 for one that is not there.
  func nodes(of ids: [ObjectID]) -> [Node] {
    var nodes: [Node] = []
    nodes.reserveCapacity(ids.count)
    var found: [Node] = []
    for start in stride(from: 0, to: ids.count, by: Self.run) {
      let names = ids[start..<min(start + Self.run, ids.count)].map { ObjectName($0) }
      find(names, into: &found)
      nodes += found
    }
    return nodes
  }
}
