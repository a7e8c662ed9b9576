/// For each tree once: does it hold a target, however deep?
public struct TreeMarks: Sendable {
  @usableFromInline enum State: UInt8, Sendable { case unknown, waiting, without, with }

  private struct Frame {
    var number: Int32
    var place: EdgeArena.Place
    var isMarked: Bool
  }

  private let graph: TreeGraph
  private let targets: NodeSet
  @usableFromInline var states: [State]
  /// Empty between calls.
  private var stack: [Frame] = []

  /// - Parameter count: one more than the largest number of an object.
  public init(_ graph: TreeGraph, targets: NodeSet, count: Int) {
    self.graph = graph
    self.targets = targets
    states = [State](repeating: .unknown, count: count)
  }

  /// What was found out before.
  @inlinable
  public subscript(number: Int32) -> Bool { states[Int(number)] == .with }

  /// Depth first with a stack of its own, since a hostile tree is nested as deeply as it likes.
  public mutating func holdsTarget(_ root: Int32) -> Bool {
    if states[Int(root)] == .unknown { search(root) }
    return states[Int(root)] == .with
  }

  private mutating func search(_ root: Int32) {
    var top = frame(root)
    while true {
      if let child = next(in: &top) {
        stack.append(top)
        top = frame(child)
        continue
      }
      states[Int(top.number)] = top.isMarked ? .with : .without
      guard var parent = stack.popLast() else { return }
      if top.isMarked { parent.isMarked = true }
      top = parent
    }
  }

  /// Goes on through the edges of a tree up to a folder that was not looked into.
  @inline(__always)
  private mutating func next(in top: inout Frame) -> Int32? {
    let chunk = Int(top.place.chunk)
    while top.place.count > 0 {
      let edge = graph.chunks[chunk][Int(top.place.start)]
      top.place.start += 1
      top.place.count -= 1
      if !edge.isFolder {
        if !top.isMarked, targets.contains(edge.child) { top.isMarked = true }
        continue
      }
      switch states[Int(edge.child)] {
      case .with: top.isMarked = true
      case .unknown: return edge.child
      case .waiting, .without: break
      }
    }
    return nil
  }

  private mutating func frame(_ number: Int32) -> Frame {
    states[Int(number)] = .waiting
    return Frame(
      number: number, place: graph.place(of: number) ?? .init(chunk: 0, start: 0, count: 0),
      isMarked: targets.contains(number))
  }
}
