/// Whether a secret may have been chosen by a person, so that a dictionary could confirm it from
/// a published digest. A pure function of the value and part of the identity: version `sg1`.
enum GuessableValue {
  /// Shorter than this is always guessable; provider tokens are longer.
  private static let shortest = 16
  /// Text of one class of characters, or words joined by separators, changes class rarely.
  private static let fewestChanges = 0.2

  static func mayBeChosen(_ value: [UInt8]) -> Bool {
    if value.count < shortest { return true }
    if value.count > 128 || value.contains(where: { $0 < 0x20 || $0 > 0x7e }) { return false }
    if isHexadecimal(value) { return Set(value).count < 6 }
    if Set(value).count < 8 { return true }
    var changes = 0
    for (left, right) in zip(value, value.dropFirst()) where kind(left) != kind(right) {
      changes += 1
    }
    return Double(changes) < fewestChanges * Double(value.count)
  }

  private static func isHexadecimal(_ value: [UInt8]) -> Bool {
    value.contains { (0x30...0x39).contains($0) }
      && value.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0) || (0x41...0x46).contains($0)
      }
  }

  private static func kind(_ byte: UInt8) -> Int {
    switch byte {
    case 0x30...0x39: 0
    case 0x41...0x5a: 1
    case 0x61...0x7a: 2
    default: 3
    }
  }
}
