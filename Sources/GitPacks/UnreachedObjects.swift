/// Says of each object that cannot be read why, following bases up to the first cause.
struct UnreachedObjects {
  private let links: ForestLinks
  private var known: [Int32: UnreadableObject.Reason]

  init(links: ForestLinks, reasons: [Int32: UnreadableObject.Reason]) {
    self.links = links
    known = reasons
  }

  /// Nil for a readable object.
  mutating func reason(for node: Int32) -> UnreadableObject.Reason? {
    guard !links.traits[Int(node)].contains(.reached) else { return nil }
    if let reason = known[node] { return reason }
    var path: [Int32] = []
    var onPath: Set<Int32> = []
    var here = node
    while known[here] == nil, here != ForestLinks.none, onPath.insert(here).inserted {
      path.append(here)
      here = links.parents[Int(here)]
    }
    let found: UnreadableObject.Reason = known[here] == nil ? .cycle : .damagedBase
    for step in path { known[step] = found }
    return found
  }
}
