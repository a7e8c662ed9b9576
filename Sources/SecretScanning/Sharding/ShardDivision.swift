import FindingModel
import GitHistory
import GitPacks

/// Deals the searched objects of a repository out to shards: each object to exactly one.
struct ShardDivision: Sendable {
  private let forest: DeltaForest
  private let count: Int
  private let division: ShardSelection.Division
  /// The shard of each delta tree by its root, from 1.
  private let dealt: [DeltaForest.Node: Int]
  private let roots: [DeltaForest.Node?]

  init(_ forest: DeltaForest, count: Int, _ division: ShardSelection.Division) {
    self.forest = forest
    self.count = count
    self.division = division
    roots = division == .tree ? forest.roots() : []
    dealt = division == .tree ? Self.deal(forest, count) : [:]
  }

  /// Heaviest first, each to the shard that has the least: none gets much more than its share.
  private static func deal(_ forest: DeltaForest, _ count: Int) -> [DeltaForest.Node: Int] {
    var loads = ShardLoads(count: count)
    let trees = [GitPacks.ObjectKind.blob, .commit, .tag].flatMap { forest.trees(of: $0) }
      .sorted { ($1.weight, $0.root) < ($0.weight, $1.root) }
    var dealt: [DeltaForest.Node: Int] = [:]
    for tree in trees { dealt[tree.root] = loads.take(tree.weight) }
    return dealt
  }

  /// Blobs, commits and tags of each shard, sorted; an object that the packs' reader cannot place
  /// goes by its id.
  func objects() -> [[ObjectID]] {
    var shards = [[ObjectID]](repeating: [], count: count)
    for node in forest.nodesByName where forest.kind(of: node) != .tree {
      let id = ObjectID(forest.name(of: node))
      shards[shard(of: node, id)].append(id)
    }
    return shards
  }

  /// From 0.
  private func shard(of node: DeltaForest.Node, _ id: ObjectID) -> Int {
    if division == .tree, let root = roots[Int(node)], let shard = dealt[root] { return shard - 1 }
    return Int(id.middle % UInt64(count))
  }
}
