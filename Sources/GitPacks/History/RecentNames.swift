/// Nodes that were looked up of late: in a walk along deltas every second name was met just before.
struct RecentNames {
  /// A power of two, few enough to stay in the cache beside everything else.
  private static let count = 1 << 12

  private var entries = [NameTable.Entry](
    repeating: NameTable.Entry(ObjectName(first: 0, second: 0, third: 0), node: -1), count: count)

  /// Names are digests: any bits of them are as good as a hash.
  @inline(__always)
  private static func slot(_ name: ObjectName) -> Int { Int(name.second & UInt64(count - 1)) }

  @inline(__always)
  func node(of name: ObjectName) -> DeltaForest.Node? {
    let entry = entries[Self.slot(name)]
    return entry.node >= 0 && entry.name == name ? entry.node : nil
  }

  @inline(__always)
  mutating func insert(_ name: ObjectName, _ node: DeltaForest.Node) {
    entries[Self.slot(name)] = NameTable.Entry(name, node: node)
  }
}
