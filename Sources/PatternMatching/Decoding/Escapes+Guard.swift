/// What a guard can tell of escapes: never that there is none where ``Escapes/next(_:_:_:_:)`` may
/// read one.
extension Escapes {
  private static let percent = UInt8(ascii: "%")

  /// Whether an escape may end right before the literal.
  static func mayEnd(before bytes: borrowing GuardBytes, _ mark: UInt8) -> Bool {
    guard let last = bytes.before(1), let second = bytes.before(2) else { return false }
    let isPair = isDigit(last) && isDigit(second)
    if mark == percent {
      guard isPair, let first = bytes.before(3) else { return false }
      return first == mark
    }
    if second == mark { return isShort(last) }
    guard isPair else { return false }
    if bytes.before(3) == UInt8(ascii: "x") { return bytes.before(4) == mark }
    guard let first = bytes.before(6), let letter = bytes.before(5) else { return false }
    return first == mark && letter == UInt8(ascii: "u")
  }

  /// Whether an escape may begin soon behind the literal.
  static func mayStand(in bytes: borrowing GuardBytes, _ mark: UInt8) -> Bool {
    let end = min(bytes.count - 1, GuardPlan.encodedReach)
    var index = 0
    while index < end {
      if bytes[index] == mark {
        let next = bytes[index + 1]
        if mark == percent ? isDigit(next) : isShort(next) || isLong(next) { return true }
      }
      index += 1
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { Hexadecimal.value(byte) != nil }

  /// What stands behind a backslash in an escape by number.
  private static func isLong(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "u") || byte == UInt8(ascii: "x")
  }

  /// What stands behind a backslash in an escape of two bytes.
  private static func isShort(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      true
    default: false
    }
  }
}
