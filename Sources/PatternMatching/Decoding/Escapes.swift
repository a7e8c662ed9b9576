/// Escapes in URLs, and in JSON and source text.
enum Escapes {
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
    case UInt8(ascii: "x"): return byte(2).map { ($0, 4) } ?? (first, 1)
    case UInt8(ascii: "u"):
      guard byte(2) == 0, let value = byte(4) else { return (first, 1) }
      return (value, 6)
    default: return (first, 1)
    }
  }
}
