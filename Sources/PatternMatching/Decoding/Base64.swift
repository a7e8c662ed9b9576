/// Base64 in the standard and the URL alphabet (RFC 4648), mixed as it comes.
enum Base64 {
  static let alphabet = ByteSet.letters.union(.digits).union(ByteSet("+/-_"))

  static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5a: byte - 0x41
    case 0x61...0x7a: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  /// Whole bytes of text from a group's beginning; left-over bits are dropped.
  static func decode(_ text: some Sequence<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for character in text {
      guard let value = value(character) else { break }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  /// The characters that bytes always have where the first stands at a place of its group of three.
  static func characters(_ bytes: [UInt8], alignment: Int, isURL: Bool) -> [UInt8] {
    let letters = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\(isURL ? "-_" : "+/")".utf8)
    let padded = [UInt8](repeating: 0, count: alignment) + bytes
    let first = (alignment * 8 + 5) / 6
    let last = padded.count * 8 / 6
    return (first..<max(first, last)).map { index in
      let bit = index * 6
      let high = UInt32(padded[bit / 8]) << 8
      let low = bit / 8 + 1 < padded.count ? UInt32(padded[bit / 8 + 1]) : 0
      return letters[Int((high | low) >> UInt32(10 - bit % 8)) & 63]
    }
  }
}
