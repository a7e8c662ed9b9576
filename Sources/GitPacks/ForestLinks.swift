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

  /// Appends the entries of a pack; parents and traits are to follow.
  mutating func append(_ newOffsets: [UInt64]) {
    // The first pack's array is taken over as it is.
    if offsets.isEmpty { offsets = newOffsets } else { offsets += newOffsets }
    // Room grows by half at least, so that many small packs are not copied each time.
    if parents.capacity < offsets.count {
      let room = max(offsets.count, parents.capacity + parents.capacity / 2)
      parents.reserveCapacity(room)
      traits.reserveCapacity(room)
    }
  }

  /// Child lists in file order.
  mutating func linkChildren() {
    let parents = parents
    var firstChild = [Int32](repeating: Self.none, count: parents.count)
    var nextSibling = firstChild
    var first = firstChild.mutableSpan
    var next = nextSibling.mutableSpan
    for node in stride(from: parents.count - 1, through: 0, by: -1) {
      let parent = Int(parents[node])
      guard parent >= 0 else { continue }
      next[node] = first[parent]
      first[parent] = Int32(node)
    }
    self.firstChild = firstChild
    self.nextSibling = nextSibling
  }

  /// Marks what is reached from whole objects and hands kinds down; damaged objects and all below
  /// are left out.
  mutating func reach() -> ReachedNodes {
    if parents.indices.allSatisfy({ parents[$0] < $0 }) {
      return ReachedNodes(count: sweep(), order: nil)
    }
    let order = descend()
    return ReachedNodes(count: order.count, order: order)
  }

  /// For a forest in which every base stands before what is built on it, as in a pack whose bases
  /// are all given by distance.
  private mutating func sweep() -> Int {
    let parents = parents
    var traits = traits.mutableSpan
    var count = 0
    for node in parents.indices {
      var here = traits[node]
      if here.contains(.damaged) { continue }
      if parents[node] != Self.none {
        let base = traits[Int(parents[node])]
        guard base.contains(.reached), let kind = base.kind else { continue }
        here.setKind(kind)
      } else if here.kind == nil {
        continue
      }
      here.insert(.reached)
      traits[node] = here
      count += 1
    }
    return count
  }

  /// Whole objects first, then level by level what hangs below them.
  private mutating func descend() -> [Int32] {
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
  /// - Parameter weights: each node's own; afterwards its subtree's.
  mutating func weigh(_ reached: ReachedNodes, _ weights: inout [UInt64]) {
    let order = reached.order
    let parents = parents
    var traits = traits.mutableSpan
    var heaviest = [Int32](repeating: Self.none, count: parents.count)
    var last = heaviest.mutableSpan
    var weights = weights.mutableSpan
    var step = order?.count ?? parents.count
    while step > 0 {
      step -= 1
      let node = order.map { Int($0[step]) } ?? step
      var here = traits[node]
      guard here.contains(.reached) else { continue }
      if !here.contains(.duplicate) { here.insert(.needed) }
      guard here.contains(.needed) else { continue }
      traits[node] = here
      let parent = Int(parents[node])
      guard parent >= 0 else { continue }
      traits[parent].insert(.needed)
      let weight = weights[node]
      weights[parent] += weight
      let rival = last[parent]
      if rival == Self.none || weights[Int(rival)] < weight { last[parent] = Int32(node) }
    }
    self.heaviest = heaviest
  }
}
