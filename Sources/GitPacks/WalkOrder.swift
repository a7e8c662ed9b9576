/// Delta trees in the order in which workers should take them: the heaviest one by one, so that none
/// is left to the end, then runs of small ones as they lie in the files, which are read ahead.
public struct WalkOrder: Sendable {
  /// Trees that are handed out one by one.
  private static let mostHeavy = 2048
  /// Small trees in one place.
  private static let run = 64

  private let heavy: ArraySlice<DeltaTree>
  private let light: [DeltaTree]

  /// - Parameter kinds: of the objects that the walk is about.
  public init(_ forest: DeltaForest, _ kinds: [ObjectKind]) {
    let trees = kinds.flatMap { forest.trees(of: $0) }
    let heavy = Self.heaviest(of: trees)
    self.heavy = heavy
    // Each kind is in order already, which such a sort makes use of.
    light =
      heavy.last.map { last in
        trees.filter { Self.precedes(last, $0) }.sorted { $0.root < $1.root }
      } ?? []
  }

  /// Sorted; all others follow the last one.
  private static func heaviest(of trees: [DeltaTree]) -> ArraySlice<DeltaTree> {
    var heavy: [DeltaTree] = []
    var least: UInt64 = 0
    for tree in trees where tree.weight >= least {
      heavy.append(tree)
      if heavy.count == 2 * mostHeavy {
        heavy.sort(by: precedes)
        heavy.removeLast(mostHeavy)
        least = heavy[mostHeavy - 1].weight
      }
    }
    return heavy.sorted(by: precedes).prefix(mostHeavy)
  }

  private static func precedes(_ left: DeltaTree, _ right: DeltaTree) -> Bool {
    left.weight == right.weight ? left.root < right.root : left.weight > right.weight
  }

  /// Places to be taken.
  public var count: Int { heavy.count + (light.count + Self.run - 1) / Self.run }

  /// The trees of a place below `count`.
  public subscript(place: Int) -> ArraySlice<DeltaTree> {
    if place < heavy.count { return heavy[place...place] }
    let start = (place - heavy.count) * Self.run
    return light[start..<min(start + Self.run, light.count)]
  }
}
