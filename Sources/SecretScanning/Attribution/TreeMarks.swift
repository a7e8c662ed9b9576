import GitPacks

/// For each tree once: does it hold a target, however deep?
struct TreeMarks {
  private enum State: UInt8 { case unknown, waiting, without, with }

  private let graph: TreeGraph
  private let targets: NodeSet
  private var states: [State]

  private struct Frame {
    var number: Int32
    var edges: TreeGraph.Cursor
    var isMarked: Bool
  }

  init(_ graph: TreeGraph, targets: NodeSet, count: Int) {
    self.graph = graph
    self.targets = targets
    states = [State](repeating: .unknown, count: count)
  }

  /// What was found out before.
  subscript(number: Int32) -> Bool { states[Int(number)] == .with }

  /// Depth first with a stack of its own, since a hostile tree is nested as deeply as it likes.
  mutating func holdsTarget(_ root: Int32) -> Bool {
    if states[Int(root)] == .unknown { search(root) }
    return states[Int(root)] == .with
  }

  private mutating func search(_ root: Int32) {
    var stack = [frame(root)]
    while var top = stack.popLast() {
      var next: Int32?
      while let edge = graph.next(&top.edges) {
        if !edge.isFolder {
          if targets.contains(edge.child) { top.isMarked = true }
        } else if states[Int(edge.child)] == .with {
          top.isMarked = true
        } else if states[Int(edge.child)] == .unknown {
          next = edge.child
          break
        }
      }
      if let next {
        stack.append(top)
        stack.append(frame(next))
      } else {
        states[Int(top.number)] = top.isMarked ? .with : .without
        if top.isMarked, !stack.isEmpty { stack[stack.count - 1].isMarked = true }
      }
    }
  }

  private mutating func frame(_ number: Int32) -> Frame {
    states[Int(number)] = .waiting
    return Frame(
      number: number, edges: graph.cursor(of: number), isMarked: targets.contains(number))
  }
}
