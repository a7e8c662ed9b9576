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
      var (buffer, bits) = (UInt32(0), UInt32(0))
      var at = 0
      for index in text.indices {
        buffer = unsafe buffer << 6 | UInt32((text[index] &- zero) & 63)
        bits += 6
        guard bits >= 8, at < count else { continue }
        bits -= 8
        unsafe bytes.initializeElement(at: at, to: UInt8(truncatingIfNeeded: buffer >> bits))
        at += 1
      }
      size = at
    }
  }
}
