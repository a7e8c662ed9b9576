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
    let sorted = kinds.flatMap { forest.trees(of: $0) }.sorted {
      ($1.weight, $0.root) < ($0.weight, $1.root)
    }
    heavy = sorted.prefix(Self.mostHeavy)
    light = sorted.dropFirst(Self.mostHeavy).sorted { $0.root < $1.root }
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
