import GitHistory
import GitPacks

/// The objects of a repository by kind, and those that are not yet known.
struct ObjectNews {
  private(set) var blobs: [ObjectID] = []
  private(set) var commits: [ObjectID] = []
  private(set) var tags: [ObjectID] = []
  private(set) var trees: [ObjectID] = []
  private(set) var unknown: [ObjectID] = []

  /// Nil where a known object is gone: what it contributed cannot be taken back.
  ///
  /// - Parameter known: blobs, commits and tags, sorted.
  init?(_ forest: DeltaForest, _ known: [ObjectID]) {
    var next = 0
    for node in forest.nodesByName {
      let id = ObjectID(forest.name(of: node))
      switch forest.kind(of: node) {
      case .blob: blobs.append(id)
      case .commit: commits.append(id)
      case .tag: tags.append(id)
      case .tree:
        trees.append(id)
        continue
      case nil: return nil
      }
      if next < known.count, known[next] < id { return nil }
      if next < known.count, known[next] == id { next += 1 } else { unknown.append(id) }
    }
    if next < known.count { return nil }
  }
}
