import GitHistory
import GitPacks

/// The objects of a repository that are to be searched and are not yet known.
struct ObjectNews {
  private(set) var unknown: [ObjectID] = []

  /// Nil where a known object is gone, since what it contributed cannot be taken back, and where
  /// there is one of which not even the kind is known.
  ///
  /// - Parameter known: blobs, commits and tags, sorted.
  init?(_ forest: DeltaForest, _ known: [ObjectID]) {
    var next = 0
    for node in forest.nodesByName {
      guard let kind = forest.kind(of: node) else { return nil }
      if kind == .tree { continue }
      let id = ObjectID(forest.name(of: node))
      if next < known.count, known[next] < id { return nil }
      if next < known.count, known[next] == id { next += 1 } else { unknown.append(id) }
    }
    if next < known.count { return nil }
  }
}
