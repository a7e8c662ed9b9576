/// The characters that services make tokens of.
enum TokenAlphabet {
  /// Shorter values may be passwords, which hold anything.
  private static let shortest = 20

  /// The one character that no alphabet of tokens holds, in a long value that is one of tokens
  /// but for it: a token that was mangled, or is made up.
  static func stray(in value: [UInt8]) -> UInt8? {
    guard value.count >= shortest else { return nil }
    var strays: [UInt8] = []
    for byte in value where !isUsual(byte) {
      strays.append(byte)
      if strays.count > 1 { return nil }
    }
    return strays.first
  }

  private static func isUsual(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
      || [0x2b, 0x2d, 0x2e, 0x2f, 0x3a, 0x3d, 0x5f, 0x7e, 0x7c, 0x40, 0x25, 0x24, 0x5c].contains(
        byte)
      || byte >= 0x80
  }
}
