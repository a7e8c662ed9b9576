extension Repository {
  /// Those of some blobs that stand anywhere in the trees of some commits. What cannot be read holds
  /// none.
  public func held(_ blobs: Set<ObjectID>, in commits: [ObjectID]) -> Set<ObjectID> {
    var found: Set<ObjectID> = []
    var seen: Set<ObjectID> = []
    var waiting = commits.compactMap { try? treeID(of: $0) }
    while found.count < blobs.count, let next = waiting.popLast() {
      guard seen.insert(next).inserted, let entries = try? tree(next) else { continue }
      for entry in entries {
        if entry.kind == .tree {
          waiting.append(entry.id)
        } else if blobs.contains(entry.id) {
          found.insert(entry.id)
        }
      }
    }
    return found
  }
}
