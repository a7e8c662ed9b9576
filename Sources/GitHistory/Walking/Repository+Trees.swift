extension Repository {
  /// No path of a real repository is longer; longer ones come from trees made to exhaust us.
  public static let longestPath = 65_536

  /// All files of a commit (or tree), submodules included, in tree order.
  ///
  /// - Parameter folder: only what lies below it; empty for everything. A file of that name is
  ///   listed as itself, a missing one gives nothing.
  public func files(at id: ObjectID, below folder: [UInt8] = []) throws -> [TreeFile] {
    var root = try treeID(of: id)
    if !folder.isEmpty {
      guard let entry = try entry(at: id, folder) else { return [] }
      guard entry.kind == .tree else {
        return [TreeFile(path: folder, kind: entry.kind, id: entry.id)]
      }
      root = entry.id
    }
    var files: [TreeFile] = []
    var waiting = [TreeFile(path: folder, kind: .tree, id: root)]
    while let next = waiting.popLast() {
      guard next.kind == .tree else {
        files.append(next)
        continue
      }
      guard next.path.count < Self.longestPath else {
        throw GitError(.corruptObject, "tree \(next.id): the path to it is too long")
      }
      for entry in try tree(next.id).reversed() {
        let path = next.path.isEmpty ? entry.name : next.path + [0x2f] + entry.name
        waiting.append(TreeFile(path: path, kind: entry.kind, id: entry.id))
      }
    }
    return files
  }

  /// The entry at a path of a commit (or tree); nil where there is none.
  public func entry(at id: ObjectID, _ path: [UInt8]) throws -> TreeEntry? {
    var entry = TreeEntry(name: [], kind: .tree, id: try treeID(of: id))
    for part in path.split(separator: 0x2f) {
      guard entry.kind == .tree,
        let next = try tree(entry.id).first(where: { $0.name.elementsEqual(part) })
      else { return nil }
      entry = next
    }
    return entry
  }

  /// The content of the file at a path of a commit; nil where there is none.
  public func file(at id: ObjectID, _ path: String) throws -> [UInt8]? {
    guard let entry = try entry(at: id, Array(path.utf8)), entry.kind != .tree,
      entry.kind != .submodule
    else { return nil }
    return try contents(of: entry.id, .blob)
  }

  /// The tree of a commit, or the tree itself.
  func treeID(of id: ObjectID) throws -> ObjectID {
    if id == .emptyTree { return id }
    switch try header(of: id).kind {
    case .tree: return id
    case .commit: return try commit(id).tree
    case .tag: return try treeID(of: tag(id).target)
    case .blob: throw GitError(.corruptObject, "object \(id) is a blob, a commit is expected")
    }
  }
}
