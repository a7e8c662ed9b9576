/// The entries of a pack in the order in which they stand in it.
struct OffsetOrder {
  /// Ascending. An offset that the index cannot give stands last, as the largest number.
  var offsets: [UInt64]
  /// Position in the index of each entry.
  var positions: [UInt32]

  /// Least-significant-digit radix sort: three passes of 11 bits do for packs up to 8 GB.
  init(_ index: PackIndex) {
    offsets = (0..<index.count).map { index.offset(at: $0) ?? .max }
    positions = (0..<index.count).map { UInt32($0) }
    let largest = offsets.max() ?? 0
    var otherOffsets = offsets
    var otherPositions = positions
    var shift: UInt64 = 0
    while shift < 64, largest >> shift != 0 {
      Self.sort(offsets, positions, by: shift, into: &otherOffsets, &otherPositions)
      swap(&offsets, &otherOffsets)
      swap(&positions, &otherPositions)
      shift += 11
    }
  }

  /// For each position in the index the number of the entry.
  var entries: [Int32] {
    var entries = [Int32](repeating: 0, count: positions.count)
    var places = entries.mutableSpan
    for (entry, position) in positions.enumerated() { places[Int(position)] = Int32(entry) }
    return entries
  }

  /// One pass, by the digit at `shift`. All four are equally long.
  private static func sort(
    _ offsets: [UInt64], _ positions: [UInt32], by shift: UInt64,
    into newOffsets: inout [UInt64], _ newPositions: inout [UInt32]
  ) {
    let (offsets, positions) = (offsets.span, positions.span)
    var newOffsets = newOffsets.mutableSpan
    var newPositions = newPositions.mutableSpan
    unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: 2049) { buffer in
      unsafe buffer.initialize(repeating: 0)
      var starts = unsafe buffer.mutableSpan
      for index in offsets.indices { starts[Int(offsets[index] &>> shift & 2047) + 1] += 1 }
      for digit in 1..<2049 { starts[digit] += starts[digit - 1] }
      for index in offsets.indices {
        let digit = Int(offsets[index] &>> shift & 2047)
        let place = starts[digit]
        starts[digit] = place + 1
        newOffsets[place] = offsets[index]
        newPositions[place] = positions[index]
      }
    }
  }
}
