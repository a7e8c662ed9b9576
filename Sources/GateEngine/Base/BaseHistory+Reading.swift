import FindingModel
public import GitHistory

extension BaseHistory {
  /// Reads what the head adds to the base.
  ///
  /// - Throws: `GitError` where either cannot be read.
  public init(base: ObjectID, head: ObjectID, in repository: borrowing Repository) throws {
    let added = try repository.newObjects(from: [head], excluding: [base])
    // An object that cannot be read may hide how things hang together: nothing is known then.
    if let problem = added.problems.min(by: { $0.key < $1.key })?.value { throw problem }
    let graph = CommitGraph(
      roots: [base], shallow: try repository.completeness().shallow, in: repository)
    self.init(
      addedCommits: Set(added.commits.map(\.description)),
      addedBlobs: Set(added.blobs.keys.map(\.description)),
      baseObjects: { text in ObjectID(text).map(graph.contains) ?? false })
  }
}

extension TrustedBase {
  /// Old paths by new ones, one file to one, from an earlier commit to the head; empty where they
  /// cannot be compared.
  public static func renames(
    from old: ObjectID, to head: ObjectID, in repository: borrowing Repository
  ) -> [String: String] {
    guard let changes = try? repository.changes(from: old, to: head, renames: true) else {
      return [:]
    }
    var renames: [String: String] = [:]
    for change in changes where change.isRename {
      guard let before = change.oldPath, let after = change.newPath else { continue }
      renames[VisibleText.of(after)] = VisibleText.of(before)
    }
    return renames
  }
}
