/// The checksum of bech32 (BIP 173), which age's keys carry.
enum Bech32 {
  private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let generator: [UInt32] = [
    0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3,
  ]

  /// nil where it is no bech32 text.
  static func isRight(_ text: [UInt8]) -> Bool? {
    let lower = text.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    guard lower.count <= 120, let one = lower.lastIndex(of: 0x31), one > 0, lower.count - one > 7
    else { return nil }
    var values = lower[..<one].map { UInt32($0 >> 5) } + [0]
    values += lower[..<one].map { UInt32($0 & 31) }
    for byte in lower[(one + 1)...] {
      guard let value = alphabet.firstIndex(of: byte) else { return nil }
      values.append(UInt32(value))
    }
    var sum: UInt32 = 1
    for value in values {
      let top = sum >> 25
      sum = (sum & 0x1ff_ffff) << 5 ^ value
      for (bit, polynomial) in generator.enumerated() where top >> UInt32(bit) & 1 == 1 {
        sum ^= polynomial
      }
    }
    return sum == 1
  }
}
