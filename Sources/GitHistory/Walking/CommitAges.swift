/// Commits by their dates, equal ones by their places.
struct CommitAges {
  /// The place of each commit, the oldest first.
  let places: [Int32]
  /// For each place, where it stands in `places`.
  let ranks: [Int32]

  /// Sorts by counting, a few bits at a time: equal dates stay in their order.
  init(_ seconds: [Int]) {
    let bits: UInt64 = 11
    var order = seconds.indices.map { Int32($0) }
    var sorted = order
    let least = UInt64(bitPattern: Int64(seconds.min() ?? 0))
    let span = UInt64(bitPattern: Int64(seconds.max() ?? 0)) &- least
    func digit(_ place: Int32, _ shift: UInt64) -> Int {
      let date = UInt64(bitPattern: Int64(seconds[Int(place)])) &- least
      return Int(date >> shift & (1 << bits - 1))
    }
    var shift: UInt64 = 0
    while shift < 64, span >> shift > 0 {
      var starts = [Int](repeating: 0, count: 1 << bits + 1)
      for place in order { starts[digit(place, shift) + 1] += 1 }
      for index in 0..<(1 << bits) { starts[index + 1] += starts[index] }
      for place in order {
        let digit = digit(place, shift)
        sorted[starts[digit]] = place
        starts[digit] += 1
      }
      swap(&order, &sorted)
      shift += bits
    }
    for (rank, place) in order.enumerated() { sorted[Int(place)] = Int32(rank) }
    (places, ranks) = (order, sorted)
  }
}
