/// Which references hold a blob in the tree at their tip: what must be rewritten, or moved on, to
/// be rid of it.
public struct TipHolders {
  private let targets: Set<ObjectID>
  private var marks: TargetMarks
  private var below: [ObjectID: Set<ObjectID>] = [:]

  public init(of targets: Set<ObjectID>) {
    self.targets = targets
    marks = TargetMarks(targets: targets)
  }

  /// For each target the references whose tip holds it, in their order. Each tree is looked into
  /// once.
  public mutating func holders(
    among references: [Reference], in repository: borrowing Repository
  ) -> [ObjectID: [Reference]] {
    var holders: [ObjectID: [Reference]] = [:]
    for reference in references {
      guard let target = reference.target, let tree = try? repository.treeID(of: target),
        marks.holdsTarget(tree, in: repository)
      else { continue }
      for blob in held(by: tree, repository) { holders[blob, default: []].append(reference) }
    }
    return holders
  }

  /// All targets below a marked tree; a stack of its own, children before parents.
  private mutating func held(by root: ObjectID, _ repository: borrowing Repository) -> Set<ObjectID>
  {
    var stack = [root]
    while let tree = stack.last {
      if below[tree] != nil {
        stack.removeLast()
        continue
      }
      let links = (try? repository.links(of: tree)) ?? TreeLinks()
      let children = links.trees.filter { marks[$0] }
      let waiting = children.filter { below[$0] == nil }
      if waiting.isEmpty {
        below[tree] = children.reduce(into: targets.intersection(links.files)) {
          $0.formUnion(below[$1] ?? [])
        }
        stack.removeLast()
      } else {
        stack += waiting
      }
    }
    return below[root] ?? []
  }
}
