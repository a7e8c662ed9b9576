extension DeltaForest {
  /// Distinct readable objects of a kind, in the order of their names.
  public func nodes(of kind: ObjectKind) -> [Node] {
    var nodes: [Node] = []
    nodes.reserveCapacity(count(of: kind))
    for node in names.nodes where self.kind(of: node) == kind { nodes.append(node) }
    return nodes
  }

  /// Distinct readable objects of a kind.
  public func count(of kind: ObjectKind) -> Int {
    // Of the copies of an object all but the one that counts are marked.
    links.traits.reduce(0) { count, traits in
      let counts = traits.kind == kind && traits.contains(.reached) && !traits.contains(.duplicate)
      return counts ? count + 1 : count
    }
  }
}
