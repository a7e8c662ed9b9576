/// Objects that one pack holds at two places: both must be the object, since each reader takes one of
/// them and never sees the other.
enum ForestTwins {
  struct Pair: Sendable {
    var first: DeltaForest.Node
    var second: DeltaForest.Node
  }

  /// One for each pack in which a copy is something else, or cannot be read.
  static func problems(in forest: DeltaForest, limits: ReadingLimits) -> [StorageProblem] {
    if forest.twins.isEmpty { return [] }
    let reader = ObjectReader(forest, limits: limits)
    var problems: [Int: StorageProblem] = [:]
    for pair in forest.twins {
      guard let pack = forest.pack(of: Int(pair.first)), problems[pack] == nil else { continue }
      let areEqual = [pair.first, pair.second].allSatisfy { node in
        (try? reader?.isTrue(to: node)) ?? false
      }
      if areEqual { continue }
      problems[pack] = StorageProblem(
        .badPack, path: forest.packs[pack].file.path,
        detail: "it holds \(forest.name(of: pair.first)) twice, and not the same")
    }
    return problems.sorted { $0.key < $1.key }.map(\.value)
  }
}
