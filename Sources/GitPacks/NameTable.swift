/// Distinct objects in the order of their names, with a fan-out over the first bits.
struct NameTable: Sendable {
  let order: [Int32]
  private let bits: UInt64
  private let starts: [Int32]
  /// The first eight bytes of each name, in the same order: neighbours in memory, where the names
  /// themselves lie all over the index files.
  private let prefixes: [UInt64]

  /// - Parameter order: nodes sorted by name, each name once.
  init(_ order: [Int32], name: (Int32) -> ObjectName) {
    self.order = order
    // About four names a bucket, as measured best on 1.4 million objects (18 bits).
    let bits = UInt64(min(max(Int.bitWidth - order.count.leadingZeroBitCount - 2, 4), 20))
    var starts = [Int32](repeating: Int32(order.count), count: 1 << Int(bits) + 1)
    var filled = 0
    var prefixes: [UInt64] = []
    prefixes.reserveCapacity(order.count)
    for (index, node) in order.enumerated() {
      let prefix = name(node).first
      prefixes.append(prefix)
      let bucket = Int(prefix >> (64 - bits))
      while filled <= bucket {
        starts[filled] = Int32(index)
        filled += 1
      }
    }
    self.bits = bits
    self.starts = starts
    self.prefixes = prefixes
  }

  func find(_ wanted: ObjectName, name: (Int32) -> ObjectName) -> Int32? {
    let bucket = Int(wanted.first >> (64 - bits))
    var (low, high) = (Int(starts[bucket]), Int(starts[bucket + 1]))
    while low < high {
      let middle = (low + high) / 2
      if prefixes[middle] < wanted.first { low = middle + 1 } else { high = middle }
    }
    // Names that share eight bytes are made, not met.
    while low < order.count, prefixes[low] == wanted.first {
      if name(order[low]) == wanted { return order[low] }
      low += 1
    }
    return nil
  }
}
