/// For each tree once: does it hold a target, however deep?
struct TargetMarks {
  private let targets: Set<ObjectID>
  private var known: [ObjectID: Bool] = [:]
  /// Trees that could not be read.
  private(set) var problems: [ObjectID: GitError] = [:]

  init(targets: Set<ObjectID>) { self.targets = targets }

  private struct Frame {
    var tree: ObjectID
    var children: [ObjectID]
    var isMarked: Bool
  }

  /// What was found out before; false for trees nobody asked about.
  subscript(tree: ObjectID) -> Bool { known[tree] ?? false }

  /// Depth first with a stack of its own, since a hostile tree is nested as deeply as it likes.
  mutating func holdsTarget(_ root: ObjectID, in repository: borrowing Repository) -> Bool {
    if let answer = known[root] { return answer }
    var stack = [frame(root, repository)]
    while !stack.isEmpty {
      let top = stack.count - 1
      if let child = stack[top].children.popLast() {
        if let answer = known[child] {
          if answer { stack[top].isMarked = true }
        } else {
          stack.append(frame(child, repository))
        }
      } else {
        let done = stack.removeLast()
        known[done.tree] = done.isMarked
        if done.isMarked, !stack.isEmpty { stack[top - 1].isMarked = true }
      }
    }
    return known[root] ?? false
  }

  private mutating func frame(_ tree: ObjectID, _ repository: borrowing Repository) -> Frame {
    do {
      let links = try repository.links(of: tree)
      let isMarked =
        targets.contains(tree) || links.files.contains(where: targets.contains)
      return Frame(tree: tree, children: links.trees, isMarked: isMarked)
    } catch let error as GitError {
      problems[tree] = error
    } catch {
      problems[tree] = GitError(.library, "tree \(tree) cannot be read", underlying: "\(error)")
    }
    return Frame(tree: tree, children: [], isMarked: targets.contains(tree))
  }
}
