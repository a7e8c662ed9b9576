/// Takes `NAME = "value"` apart.
enum AssignedValue {
  private static let quotes: Set<UInt8> = [0x22, 0x27, 0x60]

  /// What stands behind the first `=` or `:`, quotes taken off; the whole where there is neither.
  static func value(in text: String) -> String {
    let bytes = Array(text.utf8)
    guard let sign = bytes.firstIndex(where: { $0 == 0x3d || $0 == 0x3a }), sign > 0,
      bytes[..<sign].allSatisfy({ isName($0) || quotes.contains($0) || $0 == 0x20 })
    else { return text }
    var value = bytes[(sign + 1)...].drop { $0 <= 0x20 || $0 == 0x3d || $0 == 0x3e }
    if let first = value.first, quotes.contains(first) {
      value = value.dropFirst()
      if let end = value.firstIndex(of: first) { value = value[..<end] }
    }
    return value.isEmpty ? text : String(decoding: value, as: UTF8.self)
  }

  /// The name on the left of the value, where the text is an assignment; else empty.
  static func name(in text: String, value: [UInt8]) -> String {
    let bytes = Array(text.utf8.prefix(4096))
    guard value.count >= 3, value.count <= bytes.count else { return "" }
    for start in 0...(bytes.count - value.count) where bytes[start...].starts(with: value) {
      let before = bytes[..<start].reversed().drop {
        $0 <= 0x20 || quotes.contains($0) || $0 == 0x3d || $0 == 0x3a || $0 == 0x3e
      }
      let name = before.prefix(128).prefix(while: isName)
      return String(decoding: name.reversed(), as: UTF8.self)
    }
    return ""
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20) || byte == 0x5f
      || byte == 0x2d || byte == 0x2e
  }
}
