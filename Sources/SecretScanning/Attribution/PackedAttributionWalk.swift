import GitHistory
import GitPacks

/// The walk of `GitHistory.Attribution` over numbers instead of objects: the same places in the
/// same order, without reading a tree twice.
struct PackedAttributionWalk {
  private let graph: TreeGraph
  private let targets: NodeSet
  private var marks: TreeMarks
  private var paths = PackedPaths()
  private var visited: PlacedObjects
  /// Of those that were met at more than one path.
  private var visitsOfTree: [Int32: Int] = [:]
  private var atHead: PlacedObjects
  private(set) var places: [Int32: [Place]] = [:]
  private(set) var counts: [Int32: Int] = [:]
  /// Trees that are still to be descended; empty between visits.
  private var waiting: [(tree: Int32, folder: Int32)] = []
  /// Whether a limit kept it from a path.
  private(set) var isCut = false

  /// - Parameter count: one more than the largest number of an object.
  init(_ graph: TreeGraph, targets: NodeSet, count: Int) {
    self.graph = graph
    self.targets = targets
    marks = TreeMarks(graph, targets: targets, count: count)
    visited = PlacedObjects(count: count)
    atHead = PlacedObjects(count: count)
  }

  /// Notes what HEAD holds, before any commit is visited.
  mutating func visitHead(_ tree: Int32) {
    descend(tree) { walk, object, path in _ = walk.atHead.insert(object, at: path) }
    visited.removeAll()
    visitsOfTree = [:]
  }

  /// Notes what a commit's tree holds for the first time; `object` may also be a blob.
  mutating func visit(_ object: Int32, of commit: ObjectID?, _ reach: Reach) {
    if targets.contains(object) { note(object, PackedPaths.root, commit, reach) }
    descend(object) { walk, object, path in walk.note(object, path, commit, reach) }
  }

  private mutating func note(
    _ object: Int32, _ path: Int32, _ commit: ObjectID?, _ reach: Reach
  ) {
    counts[object, default: 0] += 1
    guard places[object, default: []].count < Attribution.mostPlaces else { return }
    places[object, default: []].append(
      Place(
        path: path == PackedPaths.root ? nil : paths.path(path, in: graph), commit: commit,
        reach: atHead.contains(object, at: path) ? .head : reach))
  }

  /// Calls `body` for each target below a tree that was not met at its path before.
  private mutating func descend(
    _ root: Int32, _ body: (inout PackedAttributionWalk, Int32, Int32) -> Void
  ) {
    guard marks.holdsTarget(root) else { return }
    waiting.append((root, PackedPaths.root))
    while let (tree, folder) = waiting.popLast() {
      switch visited.insert(tree, at: folder) {
      case .known: continue
      case .first: break
      case .further:
        let visits = visitsOfTree[tree, default: 1]
        guard visits < Attribution.mostPathsOfTree else {
          isCut = true
          continue
        }
        visitsOfTree[tree] = visits + 1
      }
      for edge in graph.edges(of: tree) {
        let isTarget = targets.contains(edge.child)
        guard edge.isFolder ? marks[edge.child] : isTarget else { continue }
        // Nearly every object stands at one path, and was met there before.
        let first = visited.firstPath(of: edge.child)
        if !edge.isFolder || !isTarget, paths.isPath(first, edge.name, below: folder) { continue }
        guard let path = paths.number(edge.name, below: folder, in: graph) else {
          isCut = true
          continue
        }
        if edge.isFolder {
          // A tree is a target only where it is missing.
          if isTarget { body(&self, edge.child, path) } else { waiting.append((edge.child, path)) }
        } else if visited.insert(edge.child, at: path) != .known {
          body(&self, edge.child, path)
        }
      }
    }
  }
}
