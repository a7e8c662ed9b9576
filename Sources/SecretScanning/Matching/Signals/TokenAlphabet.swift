/// The characters that services make tokens of.
enum TokenAlphabet {
  /// Shorter values may be passwords, which hold anything.
  private static let shortest = 20
  /// Nobody types so many: more than one stray is no sign of a password any more.
  private static let longestPassword = 48
  private static let mostStrays = 3
  /// What stands on both sides of a sign of equality that does not end the value; fewer before it
  /// are a name.
  private static let shortestRest = 8
  private static let shortestStart = 16

  /// The one character that no alphabet of tokens holds, in a long value that is one of tokens
  /// but for it: a token that was mangled, or is made up.
  static func stray(in value: [UInt8]) -> UInt8? {
    guard value.count >= shortest else { return nil }
    let most = value.count >= longestPassword ? mostStrays : 1
    var strays: [UInt8] = []
    for byte in value where !isUsual(byte) {
      strays.append(byte)
      if strays.count > most { return nil }
    }
    return strays.first
  }

  /// Whether a sign of equality, which ends base64, stands before more of it.
  static func isPaddedInside(_ value: [UInt8]) -> Bool {
    guard value.count >= shortest, let mark = value.firstIndex(of: 0x3d) else { return false }
    let rest = value[mark...].drop { $0 == 0x3d }
    return (mark == 0 || mark >= shortestStart)
      && rest.prefix { isAlphanumeric($0) }.count >= shortestRest
      && rest.allSatisfy { isUsual($0) && $0 != 0x26 }
      && value[..<mark].allSatisfy { isAlphanumeric($0) || $0 == 0x2b || $0 == 0x2f }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
  }

  private static func isUsual(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte)
      || [0x2b, 0x2d, 0x2e, 0x2f, 0x3a, 0x3d, 0x5f, 0x7e, 0x7c, 0x40, 0x25, 0x24, 0x5c].contains(
        byte)
      || byte >= 0x80
  }
}
