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
      var before = parents.map { EarlierEntries(read($0, repository) ?? []) }
      for entry in entries where entry.kind != .submodule {
        let earlier = before.indices.compactMap { before[$0].counterpart(of: entry) }
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

  /// A commit's tree is read again as its child's parent, and most folders below it stay: those
  /// read last are kept.
  private static let mostKeptEntries = 200_000
  private var kept: [ObjectID: [TreeEntry]] = [:]
  private var keptEntries = 0

  private mutating func read(_ tree: ObjectID, _ repository: borrowing Repository) -> [TreeEntry]? {
    if let entries = kept[tree] { return entries }
    do {
      let entries = try repository.tree(tree)
      keptEntries += entries.count
      if keptEntries > Self.mostKeptEntries {
        kept.removeAll(keepingCapacity: true)
        keptEntries = entries.count
      }
      kept[tree] = entries
      return entries
    } catch {
      problems[tree] = error as? GitError ?? GitError(.library, "tree \(tree) cannot be read")
      return nil
    }
  }
}

/// A parent's tree, gone through beside its child's: both are in git's order. In a tree that is
/// not, entries are missed; what they name then counts as new.
private struct EarlierEntries {
  private let entries: [TreeEntry]
  private var next = 0

  init(_ entries: [TreeEntry]) { self.entries = entries }

  /// The entry of the same name and sort; asked for in ascending order.
  mutating func counterpart(of entry: TreeEntry) -> TreeEntry? {
    while next < entries.count {
      let found = entries[next]
      if found.name == entry.name, (found.kind == .tree) == (entry.kind == .tree) {
        next += 1
        return found
      }
      guard Self.precedes(found, entry) else { return nil }
      next += 1
    }
    return nil
  }

  /// git's order of a tree: by name, that of a folder as if a slash followed it.
  private static func precedes(_ left: TreeEntry, _ right: TreeEntry) -> Bool {
    let (a, b) = (left.name, right.name)
    let shared = min(a.count, b.count)
    for index in 0..<shared where a[index] != b[index] { return a[index] < b[index] }
    func following(_ entry: TreeEntry) -> UInt8 {
      entry.name.count > shared ? entry.name[shared] : entry.kind == .tree ? 0x2f : 0
    }
    return following(left) < following(right)
  }
}
