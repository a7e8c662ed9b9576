/// Names that were met of late, and what is known of each: in a walk along deltas every second name
/// was met just before.
struct RecentNames {
  /// A node, or where among the names that wait for being looked up it stands.
  enum Answer {
    case node(DeltaForest.Node)
    case waiting(Int)
  }

  /// A power of two, few enough to stay in the cache beside everything else.
  private static let count = 1 << 12
  private static let nothing: Int32 = -1

  /// Waiting names count down from -2.
  private var entries = [NameTable.Entry](
    repeating: NameTable.Entry(ObjectName(first: 0, second: 0, third: 0), node: nothing),
    count: count)

  /// Names are digests: any bits of them are as good as a hash.
  @inline(__always)
  private static func slot(_ name: ObjectName) -> Int { Int(name.second & UInt64(count - 1)) }

  @inline(__always)
  subscript(name: ObjectName) -> Answer? {
    let entry = entries[Self.slot(name)]
    guard entry.node != Self.nothing, entry.name == name else { return nil }
    return entry.node >= 0 ? .node(entry.node) : .waiting(Int(-2 - entry.node))
  }

  @inline(__always)
  mutating func insert(_ name: ObjectName, waiting number: Int) {
    entries[Self.slot(name)] = NameTable.Entry(name, node: -2 - Int32(number))
  }

  /// - Parameter node: -1 for a name that is not there; it is forgotten.
  @inline(__always)
  mutating func insert(_ name: ObjectName, _ node: DeltaForest.Node) {
    entries[Self.slot(name)] = NameTable.Entry(name, node: node)
  }
}
