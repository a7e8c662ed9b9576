/// Bytes as printable text of six bits a character, beginning with `0`: a string literal is the only
/// form in which data compiles fast into a binary.
enum SixBitText {
  private static let zero: UInt8 = 0x30

  static func write(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 4 / 3 + 4)
    var (buffer, bits) = (UInt32(0), UInt32(0))
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(zero + UInt8(buffer >> bits & 63))
      }
    }
    if bits > 0 { text.append(zero + UInt8(buffer << (6 - bits) & 63)) }
    return String(decoding: text, as: UTF8.self)
  }

  /// - Parameter text: of ``write(_:)``; of anything else the result is some bytes.
  static func read(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let count = text.count * 3 / 4
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { bytes, size in
      func digit(_ index: Int) -> UInt32 { unsafe UInt32((text[index] &- zero) & 63) }
      var (index, at) = (0, 0)
      // Four characters are three bytes; thousands of them are read at once.
      while index + 4 <= text.count {
        let group =
          digit(index) << 18 | digit(index + 1) << 12 | digit(index + 2) << 6 | digit(index + 3)
        unsafe bytes.initializeElement(at: at, to: UInt8(truncatingIfNeeded: group >> 16))
        unsafe bytes.initializeElement(at: at + 1, to: UInt8(truncatingIfNeeded: group >> 8))
        unsafe bytes.initializeElement(at: at + 2, to: UInt8(truncatingIfNeeded: group))
        (index, at) = (index + 4, at + 3)
      }
      if index + 1 < text.count {
        let third = index + 2 < text.count ? digit(index + 2) : 0
        let group = digit(index) << 18 | digit(index + 1) << 12 | third << 6
        unsafe bytes.initializeElement(at: at, to: UInt8(truncatingIfNeeded: group >> 16))
        at += 1
        if at < count {
          unsafe bytes.initializeElement(at: at, to: UInt8(truncatingIfNeeded: group >> 8))
          at += 1
        }
      }
      size = at
    }
  }
}
