/// The entries of a pack in the order in which they stand in it.
struct OffsetOrder {
  /// Ascending. An offset that the index cannot give stands last, as the largest number.
  var offsets: [UInt64]
  /// Position in the index of each entry.
  var positions: [UInt32]

  /// Least-significant-digit radix sort: three passes of 11 bits do for packs up to 8 GB.
  init(_ index: PackIndex) {
    let count = index.count
    offsets = (0..<count).map { index.offset(at: $0) ?? .max }
    positions = (0..<count).map { UInt32($0) }
    let largest = offsets.max() ?? 0
    var otherOffsets = offsets
    var otherPositions = positions
    var shift: UInt64 = 0
    while shift < 64, largest >> shift != 0 {
      var starts = [Int](repeating: 0, count: 2049)
      for offset in offsets { starts[Int(offset >> shift & 2047) + 1] += 1 }
      for digit in 1..<2049 { starts[digit] += starts[digit - 1] }
      for index in 0..<count {
        let digit = Int(offsets[index] >> shift & 2047)
        otherOffsets[starts[digit]] = offsets[index]
        otherPositions[starts[digit]] = positions[index]
        starts[digit] += 1
      }
      swap(&offsets, &otherOffsets)
      swap(&positions, &otherPositions)
      shift += 11
    }
  }
}
