/// Escapes in URLs, and in JSON and source text.
enum Escapes {
  /// Bytes of the longest escape.
  static let longest = 6

  /// The first byte of every escape of an encoding; nil for those without.
  static func mark(of encoding: ContentEncoding) -> UInt8? {
    switch encoding {
    case .percent: UInt8(ascii: "%")
    case .escaped: UInt8(ascii: "\\")
    case .plain, .base64, .hexadecimal, .utf16: nil
    }
  }

  /// Ways to write bytes of which some are escaped; none where no writer escapes any of them.
  static func writings(of bytes: [UInt8], _ encoding: ContentEncoding) -> [[UInt8]] {
    let plain = ByteSet.letters.union(.digits).union(ByteSet("-._~"))
    guard bytes.contains(where: { !plain.contains($0) }) else { return [] }
    let start = Array((encoding == .percent ? "%" : "\\u00").utf8)
    var writings = [
      bytes.flatMap { plain.contains($0) ? [$0] : start + Hexadecimal.characters([$0]) }
    ]
    let slash = UInt8(ascii: "/")
    if encoding == .escaped, bytes.contains(slash) {
      writings.append(bytes.flatMap { $0 == slash ? [UInt8(ascii: "\\"), slash] : [$0] })
    }
    return writings
  }

  /// The byte at a place of a text, and how many bytes it is written with.
  ///
  /// - Parameter limit: no escape reaches beyond.
  static func next(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int, _ encoding: ContentEncoding
  ) -> (byte: UInt8, length: Int) {
    let first = unsafe text[at]
    func byte(_ offset: Int) -> UInt8? {
      guard at + offset + 1 < limit else { return nil }
      return unsafe Hexadecimal.byte(text[at + offset], text[at + offset + 1])
    }
    if encoding == .percent {
      guard first == UInt8(ascii: "%"), let value = byte(1) else { return (first, 1) }
      return (value, 3)
    }
    guard first == UInt8(ascii: "\\"), at + 1 < limit else { return (first, 1) }
    switch unsafe text[at + 1] {
    case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "\""):
      return unsafe (text[at + 1], 2)
    case UInt8(ascii: "n"): return (0x0a, 2)
    case UInt8(ascii: "r"): return (0x0d, 2)
    case UInt8(ascii: "t"): return (0x09, 2)
    case UInt8(ascii: "x"): return byte(2).map { ($0, 4) } ?? (first, 1)
    case UInt8(ascii: "u"):
      guard byte(2) == 0, let value = byte(4) else { return (first, 1) }
      return (value, 6)
    default: return (first, 1)
    }
  }
}
