/// How much of a value people count up instead of throwing dice: `abc123def456`, `a1b2c3d4`.
enum OrderedText {
  /// Shorter runs stand in random text.
  private static let shortestRun = 3
  private static let shortestOfPairs = 6

  /// The share of letters and digits that lies in runs which count up by one, or in which every
  /// second one does; case does not count.
  static func share(of value: [UInt8]) -> Double {
    let text = value.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    var isOrdered = [Bool](repeating: false, count: text.count)
    mark(text, distance: 1, shortest: shortestRun, &isOrdered)
    mark(text, distance: 2, shortest: shortestOfPairs, &isOrdered)
    let counted = text.indices.filter { isAlphanumeric(text[$0]) }
    guard !counted.isEmpty else { return 0 }
    return Double(counted.count { isOrdered[$0] }) / Double(counted.count)
  }

  private static func mark(
    _ text: [UInt8], distance: Int, shortest: Int, _ isOrdered: inout [Bool]
  ) {
    var start = 0
    while start + distance < text.count {
      var last = start
      while last + distance < text.count, follows(text[last + distance], text[last]) { last += 1 }
      // The last step's target is ordered, too.
      let end = last + distance
      if last > start, end - start >= shortest {
        for index in start..<min(end, text.count) { isOrdered[index] = true }
      }
      start = max(last, start + 1)
    }
  }

  /// 9 is followed by 0 or a, and z by a.
  private static func follows(_ next: UInt8, _ byte: UInt8) -> Bool {
    guard isAlphanumeric(byte), isAlphanumeric(next) else { return false }
    return next == byte + 1 || (byte == 0x39 && (next == 0x30 || next == 0x61))
      || (byte == 0x30 && next == 0x61)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte)
  }
}
