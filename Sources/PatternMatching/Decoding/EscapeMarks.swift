/// Which marks of escapes stand around a literal, looked for once for all guards that ask: most
/// literals have none near, and two guards that want one.
struct EscapeMarks {
  private static let percent = UInt8(ascii: "%")
  private static let backslash = UInt8(ascii: "\\")

  private var isKnown = false
  private var hasPercent = false
  private var hasBackslash = false

  /// Whether a mark may stand where an escape before or behind the literal would; never false where
  /// it does.
  @inline(__always)
  mutating func mayStand(_ mark: UInt8, around bytes: borrowing GuardBytes) -> Bool {
    if !isKnown { look(bytes) }
    return mark == Self.percent ? hasPercent : hasBackslash
  }

  @inline(never)
  private mutating func look(_ bytes: borrowing GuardBytes) {
    isKnown = true
    var (percents, backslashes) = (UInt64(0), UInt64(0))
    var index = 0
    // What is left of the reach is less than a word.
    while index < GuardPlan.encodedReach {
      guard let word = bytes.word(at: index) else {
        (hasPercent, hasBackslash) = (true, true)
        return
      }
      percents |= Self.places(of: Self.percent, in: word)
      backslashes |= Self.places(of: Self.backslash, in: word)
      index += 8
    }
    for distance in 1...GuardBytes.context {
      guard let byte = bytes.before(distance) else { break }
      if byte == Self.percent { percents = 1 }
      if byte == Self.backslash { backslashes = 1 }
    }
    (hasPercent, hasBackslash) = (percents != 0, backslashes != 0)
  }

  /// Not 0 where a byte stands in the word; the lowest bit set is right, others above it may not be.
  @inline(__always)
  private static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let zeroAtByte = word ^ (ones &* UInt64(byte))
    return (zeroAtByte &- ones) & ~zeroAtByte & (ones << 7)
  }
}
