import GitHistory
import GitPacks

/// Deltas that depend on themselves: git refuses to fetch them, but a folder from a stranger may
/// hold them, and libgit2 1.5 follows them for ever.
enum SelfReferringDeltas {
  /// The objects that only such deltas lead to.
  static func objects(in forest: DeltaForest) -> Set<ObjectID> {
    let unreadable = forest.unreadable.filter {
      $0.reason == .cycle || $0.reason == .damagedBase
    }
    return Set(unreadable.map { ObjectID($0.name) })
  }
}
