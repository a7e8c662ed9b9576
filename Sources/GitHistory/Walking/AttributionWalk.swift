/// The state of one attribution; see ``Attribution``.
struct AttributionWalk {
  private struct Step: Hashable {
    var object: ObjectID
    var path: Int32
  }

  private let targets: Set<ObjectID>
  private(set) var marks: TargetMarks
  private var paths = PathTable()
  private var visited: Set<Step> = []
  private var visitsOfTree: [ObjectID: Int] = [:]
  private var atHead: Set<Step> = []
  private(set) var places: [ObjectID: [Place]] = [:]
  private(set) var counts: [ObjectID: Int] = [:]

  init(targets: Set<ObjectID>) {
    self.targets = targets
    marks = TargetMarks(targets: targets)
  }

  /// Notes what HEAD holds, before any commit is visited.
  mutating func visitHead(_ tree: ObjectID, in repository: borrowing Repository) throws {
    try descend(tree, in: repository) { walk, step in walk.atHead.insert(step) }
    visited = []
    visitsOfTree = [:]
  }

  /// Notes what a commit's tree holds for the first time; `object` may also be a blob.
  mutating func visit(
    _ object: ObjectID, of commit: ObjectID?, _ reach: Reach, in repository: borrowing Repository
  ) throws {
    try Task.checkCancellation()
    if targets.contains(object) { note(Step(object: object, path: PathTable.root), commit, reach) }
    try descend(object, in: repository) { walk, step in walk.note(step, commit, reach) }
  }

  private mutating func note(_ step: Step, _ commit: ObjectID?, _ reach: Reach) {
    counts[step.object, default: 0] += 1
    guard places[step.object, default: []].count < Attribution.mostPlaces else { return }
    let path = step.path == PathTable.root ? nil : paths.path(step.path)
    places[step.object, default: []].append(
      Place(path: path, commit: commit, reach: atHead.contains(step) ? .head : reach))
  }

  /// Calls `body` for each target below a tree that was not met at its path before.
  private mutating func descend(
    _ root: ObjectID, in repository: borrowing Repository,
    _ body: (inout AttributionWalk, Step) -> Void
  ) throws {
    guard try isTree(root, repository), marks.holdsTarget(root, in: repository) else { return }
    var waiting = [Step(object: root, path: PathTable.root)]
    while let step = waiting.popLast() {
      guard visited.insert(step).inserted else { continue }
      let visits = visitsOfTree[step.object, default: 0]
      guard visits < Attribution.mostPathsOfTree else { continue }
      visitsOfTree[step.object] = visits + 1
      guard let entries = try? repository.tree(step.object) else { continue }
      for entry in entries where entry.kind != .submodule {
        let isMarked = entry.kind == .tree ? marks[entry.id] : targets.contains(entry.id)
        guard isMarked, let path = paths.number(entry.name, below: step.path) else { continue }
        let next = Step(object: entry.id, path: path)
        if entry.kind == .tree {
          // A tree is a target only where it is missing.
          if targets.contains(entry.id) { body(&self, next) } else { waiting.append(next) }
        } else if visited.insert(next).inserted {
          body(&self, next)
        }
      }
    }
  }

  /// References may name blobs too; whatever cannot be read is reported by the marks.
  private func isTree(_ object: ObjectID, _ repository: borrowing Repository) throws -> Bool {
    guard let header = try? repository.header(of: object) else { return true }
    return header.kind == .tree
  }
}
