/// The blobs that commits have and their parents have not at the same path.
struct NewTrees {
  private struct Step: Hashable {
    var tree: ObjectID
    var path: [UInt8]
  }

  private var visited: Set<Step> = []
  private(set) var blobs: [ObjectID: [Place]] = [:]
  private(set) var problems: [ObjectID: GitError] = [:]

  mutating func visit(
    _ root: ObjectID, of commit: ObjectID, parents: [ObjectID], in repository: borrowing Repository
  ) {
    if parents.contains(root) { return }
    var waiting = [(Step(tree: root, path: []), parents)]
    while let (step, parents) = waiting.popLast() {
      guard visited.insert(step).inserted, step.path.count < Repository.longestPath,
        let entries = read(step.tree, repository)
      else { continue }
      let before = parents.map { tree in
        Dictionary(
          (read(tree, repository) ?? []).map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
      }
      for entry in entries where entry.kind != .submodule {
        let earlier = before.compactMap { $0[entry.name] }
        if earlier.contains(where: { $0.id == entry.id }) { continue }
        let path = step.path.isEmpty ? entry.name : step.path + [0x2f] + entry.name
        if entry.kind == .tree {
          let trees = earlier.filter { $0.kind == .tree }.map(\.id)
          waiting.append((Step(tree: entry.id, path: path), trees))
        } else {
          note(entry.id, path, commit)
        }
      }
    }
  }

  private mutating func note(_ blob: ObjectID, _ path: [UInt8], _ commit: ObjectID) {
    let isListed = blobs[blob]?.contains { $0.path == path } ?? false
    guard !isListed, blobs[blob, default: []].count < Attribution.mostPlaces else { return }
    blobs[blob, default: []].append(Place(path: path, commit: commit, reach: .refs))
  }

  private mutating func read(_ tree: ObjectID, _ repository: borrowing Repository) -> [TreeEntry]? {
    do {
      return try repository.tree(tree)
    } catch {
      problems[tree] = error as? GitError ?? GitError(.library, "tree \(tree) cannot be read")
      return nil
    }
  }
}
