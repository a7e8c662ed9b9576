/// Eight hexadecimal digits at once, as one word.
enum HexadecimalDigits {
  /// The number that eight bytes spell, the first one highest; nil where one is no digit.
  ///
  /// - Parameter text: the bytes as they lie in memory.
  @inline(__always)
  static func value(_ text: UInt64) -> UInt32? {
    let text = UInt64(littleEndian: text)
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Bit 6 tells letters from figures.
    let letters = text >> 6 & ones
    let upper = (text | letters << 5) & 0xf0f0_f0f0_f0f0_f0f0
    guard upper == (ones + letters) &* 0x30 else { return nil }
    var values = (text & 0x0f0f_0f0f_0f0f_0f0f) + letters &* 9
    // Figures up to 9, letters from 10 to 15: else one of these sums has a wrong fifth bit.
    guard (values + (ones ^ letters) &* 6) & (ones << 4) == 0,
      (values + letters &* 6) & (ones << 4) == letters << 4
    else { return nil }
    values = values.byteSwapped
    values = (values | values >> 4) & 0x00ff_00ff_00ff_00ff
    values = (values | values >> 8) & 0x0000_ffff_0000_ffff
    return UInt32(truncatingIfNeeded: values | values >> 16)
  }
}
