/// Finds an id among sorted ones in about one step, by a table over its first bits.
struct SortedIDs: Sendable {
  let ids: [ObjectID]
  /// What remains of the first word is the number of a bucket.
  private let shift: UInt64
  /// Where each bucket begins; the last element is the end of all.
  private let starts: [UInt32]

  /// - Parameter ids: ascending, each once.
  init(_ ids: [ObjectID]) {
    // About four ids a bucket.
    let bits = min(max(Int.bitWidth - ids.count.leadingZeroBitCount - 2, 0), 24)
    let shift = UInt64(64 - bits)
    var starts = [UInt32](repeating: UInt32(ids.count), count: 1 << bits + 1)
    var filled = 0
    for (place, id) in ids.enumerated() {
      let bucket = Int(id.high >> shift)
      while filled <= bucket {
        starts[filled] = UInt32(place)
        filled += 1
      }
    }
    self.ids = ids
    self.shift = shift
    self.starts = starts
  }

  /// Nil for an id that is none of them.
  func place(of id: ObjectID) -> Int? {
    let bucket = Int(id.high >> shift)
    let end = Int(starts[bucket + 1])
    var (low, high) = (Int(starts[bucket]), end)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < end && ids[low] == id ? low : nil
  }
}
