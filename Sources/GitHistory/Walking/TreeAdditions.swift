/// Files of a tree that other trees do not hold at the same path.
public enum TreeAdditions {
  /// Calls `body` for each of them, in the order in which `Attribution` meets them: those of a
  /// folder in its order, then its folders, the last one first.
  ///
  /// - Parameters:
  ///   - others: trees whose equal entries, and everything below them, are passed over.
  ///   - isWanted: whether a file matters.
  /// - Throws: `GitError` for a tree that cannot be read, or a path that is too long.
  public static func forEach(
    in root: ObjectID, besides others: [ObjectID], _ repository: borrowing Repository,
    where isWanted: (ObjectID) throws -> Bool, _ body: (_ file: ObjectID, _ path: [UInt8]) -> Void
  ) throws {
    if others.contains(root) { return }
    var waiting = [(tree: root, path: [UInt8](), others: others)]
    while let next = waiting.popLast() {
      try Task.checkCancellation()
      guard next.path.count < Repository.longestPath else {
        throw GitError(.corruptObject, "tree \(next.tree): the path to it is too long")
      }
      var earlier: [[UInt8]: [TreeEntry]] = [:]
      for other in next.others {
        for entry in try repository.tree(other) { earlier[entry.name, default: []].append(entry) }
      }
      for entry in try repository.tree(next.tree) where entry.kind != .submodule {
        let before = earlier[entry.name] ?? []
        let isFolder = entry.kind == .tree
        if before.contains(where: { $0.id == entry.id && ($0.kind == .tree) == isFolder }) {
          continue
        }
        let path = next.path.isEmpty ? entry.name : next.path + [0x2f] + entry.name
        if isFolder {
          let trees = before.filter { $0.kind == .tree }.map(\.id)
          waiting.append((entry.id, path, trees))
        } else if try isWanted(entry.id) {
          body(entry.id, path)
        }
      }
    }
  }

  /// The entries of a tree that are to be found in the same repository.
  public static func links(
    of tree: ObjectID, _ repository: borrowing Repository
  ) throws -> [ObjectID] {
    try repository.tree(tree).filter { $0.kind != .submodule && $0.id != .emptyTree }.map(\.id)
  }
}
