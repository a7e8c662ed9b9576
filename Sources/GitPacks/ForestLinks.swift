/// The forest's flat arrays, one element for each node.
struct ForestLinks: Sendable {
  static let none: Int32 = -1

  /// In the pack; 0 for loose objects.
  var offsets: [UInt64] = []
  /// Where the object's name stands among all names.
  var ranks: [Int32] = []
  var parents: [Int32] = []
  var firstChild: [Int32] = []
  var nextSibling: [Int32] = []
  /// The child to be walked last, so that at most log-many buffers are alive.
  var heaviest: [Int32] = []
  var traits: [ObjectTraits] = []

  /// Child lists in file order.
  mutating func linkChildren() {
    firstChild = Array(repeating: Self.none, count: parents.count)
    nextSibling = firstChild
    heaviest = firstChild
    for node in stride(from: parents.count - 1, through: 0, by: -1) {
      let parent = Int(parents[node])
      guard parent >= 0 else { continue }
      nextSibling[node] = firstChild[parent]
      firstChild[parent] = Int32(node)
    }
  }

  /// Whole objects first, then level by level what hangs below them; damaged ones and all below
  /// are left out. Marks what is reached and hands kinds down.
  mutating func reach() -> [Int32] {
    var order: [Int32] = []
    order.reserveCapacity(traits.count)
    for node in traits.indices
    where traits[node].kind != nil && !traits[node].contains(.damaged) {
      traits[node].insert(.reached)
      order.append(Int32(node))
    }
    var next = 0
    while next < order.count {
      let node = Int(order[next])
      next += 1
      guard let kind = traits[node].kind else { continue }
      var child = firstChild[node]
      while child != Self.none {
        let here = Int(child)
        if !traits[here].contains(.damaged) {
          traits[here].setKind(kind)
          traits[here].insert(.reached)
          order.append(child)
        }
        child = nextSibling[here]
      }
    }
    return order
  }

  /// Sums weights up from the leaves, picks heaviest children, marks what has to be visited.
  ///
  /// - Parameters:
  ///   - order: parents before children.
  ///   - weights: each node's own; afterwards its subtree's.
  mutating func weigh(_ order: [Int32], _ weights: inout [UInt64]) {
    for node in order.reversed().lazy.map({ Int($0) }) {
      if !traits[node].contains(.duplicate) { traits[node].insert(.needed) }
      let parent = Int(parents[node])
      guard parent >= 0, traits[node].contains(.needed) else { continue }
      traits[parent].insert(.needed)
      weights[parent] += weights[node]
      if heaviest[parent] == Self.none || weights[Int(heaviest[parent])] < weights[node] {
        heaviest[parent] = Int32(node)
      }
    }
  }
}
