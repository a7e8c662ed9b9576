import GitHistory
import GitPacks

/// One number for each object: its node where the packs have it, then what trees name and nobody
/// has, then what only commits and references name.
struct ObjectNumbers: Sendable {
  private let forest: DeltaForest
  private let missing: [ObjectName]
  private var known: [ObjectID: Int32] = [:]
  private var further: [ObjectID] = []

  init(_ forest: DeltaForest, _ graph: TreeGraph) {
    self.forest = forest
    missing = graph.missing
    for (offset, name) in missing.enumerated() {
      known[ObjectID(name)] = Int32(forest.nodeCount + offset)
    }
  }

  /// Whether the packs and loose files hold the object.
  func isStored(_ number: Int32) -> Bool { Int(number) < forest.nodeCount }

  var count: Int { forest.nodeCount + missing.count + further.count }

  /// Gives an object that nobody has asked for a number of its own.
  mutating func number(_ id: ObjectID) -> Int32 {
    if let number = self[id] { return number }
    let number = Int32(count)
    known[id] = number
    further.append(id)
    return number
  }

  /// The number of each of some objects, where nobody has asked for one a new one.
  ///
  /// - Parameter nodes: theirs, -1 where the forest has none.
  mutating func numbers(of ids: [ObjectID], nodes: [DeltaForest.Node]) -> [Int32] {
    var numbers = nodes
    for index in numbers.indices where numbers[index] < 0 { numbers[index] = number(ids[index]) }
    return numbers
  }

  subscript(id: ObjectID) -> Int32? { forest.node(named: ObjectName(id)) ?? known[id] }

  /// The numbers of those of some objects that have one, which is faster than to ask for each.
  subscript(ids: [ObjectID]) -> [Int32] {
    let nodes = forest.nodes(of: ids)
    return nodes.indices.compactMap { nodes[$0] < 0 ? known[ids[$0]] : nodes[$0] }
  }

  func id(_ number: Int32) -> ObjectID {
    let index = Int(number)
    if index < forest.nodeCount { return ObjectID(forest.name(of: number)) }
    let offset = index - forest.nodeCount
    return offset < missing.count
      ? ObjectID(missing[offset]) : further[offset - missing.count]
  }
}
