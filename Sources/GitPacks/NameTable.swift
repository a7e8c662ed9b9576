internal import CProcessor

/// Distinct objects in the order of their names, with a fan-out over the first bits.
struct NameTable: Sendable {
  /// A name beside its node: one line of the cache or two, where the index files would be two
  /// waits more.
  struct Entry: Sendable {
    private var first: UInt64
    private var second: UInt64
    private var third: UInt32
    var node: Int32

    init(_ name: ObjectName, node: Int32) {
      (first, second, third) = (name.first, name.second, name.third)
      self.node = node
    }

    var name: ObjectName { ObjectName(first: first, second: second, third: third) }
    /// The first eight bytes.
    var prefix: UInt64 { first }
  }

  /// Names in a bucket that are counted one by one.
  private static let counted = 16

  private let entries: [Entry]
  private let bits: UInt64
  private let starts: [Int32]

  /// - Parameter entries: sorted by name, each name once.
  init(_ entries: [Entry]) {
    // About four names a bucket, as measured best on 1.4 million objects (18 bits).
    let bits = UInt64(min(max(Int.bitWidth - entries.count.leadingZeroBitCount - 2, 4), 20))
    var starts = [Int32](repeating: Int32(entries.count), count: 1 << Int(bits) + 1)
    var filled = 0
    for (index, entry) in entries.enumerated() {
      let bucket = Int(entry.prefix >> (64 - bits))
      while filled <= bucket {
        starts[filled] = Int32(index)
        filled += 1
      }
    }
    self.bits = bits
    self.starts = starts
    self.entries = entries
  }

  var count: Int { entries.count }

  /// All nodes, each name's once, in the order of the names.
  var nodes: some RandomAccessCollection<Int32> & Sendable { NodeOrder(entries: entries) }

  private struct NodeOrder: RandomAccessCollection, Sendable {
    let entries: [Entry]

    var startIndex: Int { 0 }
    var endIndex: Int { entries.count }
    subscript(index: Int) -> Int32 { entries[index].node }
  }

  /// The name at a place in that order.
  @inline(__always)
  func name(at rank: Int) -> ObjectName { entries[rank].name }

  func find(_ wanted: ObjectName) -> Int32? { node(wanted, from: lowerBound(of: wanted.first)) }

  /// Looks up many names at once: memory is waited for once for all of them, not once for each.
  ///
  /// - Parameter nodes: set to the node of each name, -1 for what is not there.
  func find(_ wanted: [ObjectName], into nodes: inout [Int32]) {
    nodes.removeAll(keepingCapacity: true)
    for name in wanted { expect(name) }
    for name in wanted { nodes.append(Int32(truncatingIfNeeded: lowerBound(of: name.first))) }
    for index in wanted.indices {
      nodes[index] = node(wanted[index], from: Int(nodes[index])) ?? -1
    }
  }

  /// Asks for the memory that looking up a name reads, without waiting for it.
  @inline(__always)
  private func expect(_ wanted: ObjectName) {
    let place = Int(starts[Int(wanted.first >> (64 - bits))])
    unsafe entries.withUnsafeBufferPointer { entries in
      guard let base = entries.baseAddress else { return }
      let first = unsafe UnsafeRawPointer(base + place)
      unsafe prefetch(first)
      unsafe prefetch(first + 64)
    }
  }

  /// The first place whose name is not smaller.
  @inline(__always)
  private func lowerBound(of prefix: UInt64) -> Int {
    let bucket = Int(prefix >> (64 - bits))
    var (low, high) = (Int(starts[bucket]), Int(starts[bucket + 1]))
    while high - low > Self.counted {
      let middle = (low + high) / 2
      if entries[middle].prefix < prefix { low = middle + 1 } else { high = middle }
    }
    // No branch here waits for memory, so that further names are under way meanwhile.
    var smaller = 0
    for index in low..<high { smaller += entries[index].prefix < prefix ? 1 : 0 }
    return low + smaller
  }

  /// Names that share eight bytes are made, not met.
  @inline(__always)
  private func node(_ wanted: ObjectName, from low: Int) -> Int32? {
    var low = low
    while low < entries.count, entries[low].prefix == wanted.first {
      if entries[low].name == wanted { return entries[low].node }
      low += 1
    }
    return nil
  }
}
