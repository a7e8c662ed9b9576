/// All objects of a store as a forest: whole objects are the roots, a delta hangs below its base.
///
/// Flat arrays, about 60 bytes an object. A node is an entry of a pack, in file order, pack after
/// pack; loose objects follow. Immutable once built.
public final class DeltaForest: Sendable {
  /// An object by its place in the forest.
  public typealias Node = Int32

  let packs: [PackEntries]
  let directories: [ObjectDirectory]
  /// First node of each pack; the last element is the first loose node.
  let packStarts: [Int]
  let links: ForestLinks
  /// Loose objects: folder and name.
  let loose: [LooseEntry]
  let names: NameTable

  /// Trees by kind, in the order of nodes: those with something to report.
  private let trees: [ObjectKind: [DeltaTree]]
  /// Files that could not be used as a whole.
  public let problems: [StorageProblem]
  /// Objects to be read by other means, each once, by name.
  public let unreadable: [UnreadableObject]
  let twins: [ForestTwins.Pair]

  init(
    packs: [PackEntries], directories: [ObjectDirectory], packStarts: [Int], loose: [LooseEntry],
    links: ForestLinks, names: NameTable, trees: [ObjectKind: [DeltaTree]],
    problems: [StorageProblem], unreadable: [UnreadableObject], twins: [ForestTwins.Pair]
  ) {
    self.packs = packs
    self.directories = directories
    self.packStarts = packStarts
    self.loose = loose
    self.links = links
    self.names = names
    self.trees = trees
    self.problems = problems
    self.unreadable = unreadable
    self.twins = twins
  }

  /// The same with further problems.
  convenience init(_ forest: DeltaForest, problems: [StorageProblem]) {
    self.init(
      packs: forest.packs, directories: forest.directories, packStarts: forest.packStarts,
      loose: forest.loose, links: forest.links, names: forest.names, trees: forest.trees,
      problems: forest.problems + problems, unreadable: forest.unreadable, twins: forest.twins)
  }

  /// Paths without `.pack` of packs of which each entry is where the index says and leads to a whole
  /// object: libgit2 may read them without a look at each step.
  public var soundPacks: [String] {
    let doubtful = Set(twins.lazy.compactMap { self.pack(of: Int($0.first)) })
    return packs.indices.compactMap { pack in
      let isSound = links.traits[packStarts[pack]..<packStarts[pack + 1]].allSatisfy {
        $0.contains(.reached)
      }
      return isSound && !doubtful.contains(pack)
        ? String(packs[pack].file.path.dropLast(".pack".count)) : nil
    }
  }

  /// Distinct objects that the index files and folders name, readable or not.
  public var objectCount: Int { names.count }

  /// Delta trees that hold objects of `kind`, in the order of their roots; see `WalkOrder`.
  public func trees(of kind: ObjectKind) -> [DeltaTree] { trees[kind] ?? [] }

  /// The node that counts for a name.
  public func node(named name: ObjectName) -> Node? {
    names.find(name)
  }

  /// As `node(named:)` for each of many names, which is several times faster.
  ///
  /// - Parameter nodes: set to a node for each name, -1 where there is none.
  public func find(_ wanted: [ObjectName], into nodes: inout [Node]) {
    names.find(wanted, into: &nodes)
  }

  public func name(of node: Node) -> ObjectName { names.name(at: Int(links.ranks[Int(node)])) }

  /// The file of a loose object.
  func looseEntry(of node: Node) -> LooseEntry { loose[Int(node) - packStarts[packs.count]] }

  /// Nil for an object that cannot be read here.
  public func kind(of node: Node) -> ObjectKind? {
    let traits = links.traits[Int(node)]
    return traits.contains(.reached) ? traits.kind : nil
  }

  /// The names of all distinct objects, ascending.
  public var namesInOrder: some Sequence<ObjectName> {
    let names = names
    return (0..<names.count).lazy.map { names.name(at: $0) }
  }

  /// All distinct objects in the order of their names.
  public var nodesByName: some RandomAccessCollection<Node> & Sendable { names.nodes }

  /// One more than the largest node.
  public var nodeCount: Int { links.traits.count }

  /// Whether no object is there twice.
  public var holdsEachOnce: Bool { names.count == nodeCount }

  /// Which pack holds a node; nil for a loose object.
  @inline(__always)
  func pack(of node: Int) -> Int? {
    if node >= packStarts[packs.count] { return nil }
    var (low, high) = (0, packs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if packStarts[middle] <= node { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a node's entry in its pack; a damaged neighbour may lie outside of the file.
  func extent(of node: Int, in pack: Int) -> Range<Int> {
    let end = UInt64(packs[pack].end)
    let start = min(links.offsets[node], end)
    let next = node + 1 < packStarts[pack + 1] ? min(links.offsets[node + 1], end) : end
    return Int(start)..<Int(next)
  }
}
