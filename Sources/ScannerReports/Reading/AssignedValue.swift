import FindingModel

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
    guard let start = position(of: value, in: bytes[...]) else { return "" }
    return AssignmentName.before(start, in: bytes.span)
  }

  /// The name on the left of the value on a line of a source; nil where the value is not there.
  static func name(in source: [UInt8], line: Int, value: [UInt8]) -> String? {
    // The value may go on over several lines, or the tool count a header.
    guard let range = SourceLines.range(source, from: line, to: line + 1),
      let start = position(of: value, in: source[range])
    else { return nil }
    return AssignmentName.before(start, in: source.span)
  }

  private static func position(of value: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard value.count >= 3, value.count <= text.count else { return nil }
    return text.indices.dropLast(value.count - 1).first { start in
      text[start] == value[0] && text[start...].starts(with: value)
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20) || byte == 0x5f
      || byte == 0x2d || byte == 0x2e
  }
}
