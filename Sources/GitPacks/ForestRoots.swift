extension DeltaForest {
  /// The whole object at the root of each node's delta tree; nil for one that cannot be read.
  ///
  /// In the order of nodes; each parent chain is followed once.
  public func roots() -> [Node?] {
    var roots = [Node](repeating: ForestLinks.none, count: nodeCount)
    var path: [Int] = []
    for start in 0..<nodeCount where links.traits[start].contains(.reached) {
      var here = start
      while roots[here] == ForestLinks.none, links.parents[here] != ForestLinks.none {
        path.append(here)
        here = Int(links.parents[here])
      }
      let root = roots[here] == ForestLinks.none ? Int32(here) : roots[here]
      roots[here] = root
      while let step = path.popLast() { roots[step] = root }
    }
    return roots.map { $0 == ForestLinks.none ? nil : $0 }
  }
}
