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
    var count = 0
    for node in names.nodes where self.kind(of: node) == kind { count += 1 }
    return count
  }
}
