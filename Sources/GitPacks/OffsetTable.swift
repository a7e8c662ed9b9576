/// Finds the entry that begins at an offset, in about one step: a bucket for each entry on average.
struct OffsetTable {
  private let shift: UInt64
  private let starts: [Int32]

  /// - Parameter offsets: ascending.
  init(_ offsets: [UInt64], end: Int) {
    var shift: UInt64 = 0
    while UInt64(max(end, 0)) >> shift > UInt64(max(offsets.count, 1)) { shift += 1 }
    let buckets = Int(UInt64(max(end, 0)) >> shift) + 2
    var starts = [Int32](repeating: Int32(offsets.count), count: buckets + 1)
    var filled = 0
    for (index, offset) in offsets.enumerated() {
      let bucket = min(Int(truncatingIfNeeded: min(offset, UInt64(end)) >> shift), buckets)
      while filled <= bucket {
        starts[filled] = Int32(index)
        filled += 1
      }
    }
    self.shift = shift
    self.starts = starts
  }

  /// The entry of `offsets` (the ones given to `init`) that begins exactly there.
  func entry(at offset: UInt64, in offsets: [UInt64]) -> Int? {
    let bucket = Int(truncatingIfNeeded: offset >> shift)
    guard bucket >= 0, bucket + 1 < starts.count else { return nil }
    var (low, high) = (Int(starts[bucket]), Int(starts[bucket + 1]))
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < offsets.count && offsets[low] == offset ? low : nil
  }
}
