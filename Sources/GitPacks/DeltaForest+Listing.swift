extension DeltaForest {
  /// Times that a store is listed at most.
  private static let listings = 3

  /// Lists a store and puts its objects together; anew where a file that was listed has gone in the
  /// meantime, as while `git repack` runs. What is gone even then stays a problem.
  ///
  /// - Parameters:
  ///   - path: of the folder of objects.
  ///   - jobs: threads at most.
  public static func build(
    objects path: String, jobs: Int
  ) -> (store: ObjectStore, forest: DeltaForest) {
    var store = ObjectStore(objects: path)
    var forest = build(store, jobs: jobs)
    for _ in 1..<listings where forest.problems.contains(where: \.hasGone) {
      store = ObjectStore(objects: path)
      forest = build(store, jobs: jobs)
    }
    return (store, forest)
  }
}

extension StorageProblem {
  /// Whether it is about an index or a pack that is not there any more.
  var hasGone: Bool {
    switch code {
    case .unreadableFile, .badIndex, .badPack, .missingPack: FileSeal(path: path) == nil
    case .badAlternate, .tooManyObjects: false
    }
  }
}
