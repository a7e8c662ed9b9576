/// Strings, numbers, words and white space.
extension JSONReader {
  func failure(_ message: String) -> ReportError {
    let message = position >= bytes.count ? "the JSON document is cut short" : message
    return ReportError(.malformed, message, at: min(position, bytes.count))
  }

  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0a, 0x0d, 0x09: position += 1
      default: return
      }
    }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func expect(_ byte: UInt8) throws {
    guard take(byte) else {
      throw failure("'\(Character(UnicodeScalar(byte)))' should stand here")
    }
  }

  mutating func word(_ word: StaticString, _ value: JSONValue) throws -> JSONValue {
    let expected = Array("\(word)".utf8)
    guard bytes[position...].starts(with: expected) else { throw failure("no JSON value") }
    position += expected.count
    return value
  }

  /// A number as it is written.
  mutating func number() throws -> String {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    guard position - start <= limits.stringBytes else {
      throw ReportError(.limit, "a number longer than \(limits.stringBytes) bytes", at: start)
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws {
    let start = position
    while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 {
      position += 1
    }
    if position == start { throw failure("a digit should stand here") }
  }

  /// The closing quote of a string without escapes.
  func plainEnd(from start: Int) -> Int? {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "\"") { return end - start <= limits.stringBytes ? end : nil }
      if byte == UInt8(ascii: "\\") || byte < 0x20 { return nil }
      end += 1
    }
    return nil
  }

  mutating func string() throws -> String {
    let start = position + 1
    if let end = plainEnd(from: start) {
      position = end + 1
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    var text: [UInt8] = []
    try scanString { text.append(contentsOf: $0) }
    return String(decoding: text, as: UTF8.self)
  }

  mutating func skippedString() throws -> JSONValue {
    if let end = plainEnd(from: position + 1) {
      position = end + 1
    } else {
      try scanString { _ in }
    }
    return .null
  }

  /// Hands over the decoded pieces of the string at the position and goes behind it.
  private mutating func scanString(_ piece: (ArraySlice<UInt8>) -> Void) throws {
    let start = position
    position += 1
    var run = position
    while position < bytes.count {
      let byte = bytes[position]
      if position - start > limits.stringBytes {
        throw ReportError(.limit, "a string longer than \(limits.stringBytes) bytes", at: start)
      }
      if byte == UInt8(ascii: "\"") {
        piece(bytes[run..<position])
        position += 1
        return
      }
      if byte == UInt8(ascii: "\\") {
        piece(bytes[run..<position])
        piece(try escape()[...])
        run = position
      } else if byte < 0x20 {
        throw failure("a control character in a string")
      } else {
        position += 1
      }
    }
    throw failure("a string without an end")
  }

  private mutating func escape() throws -> [UInt8] {
    position += 1
    guard position < bytes.count else { throw failure("an escape without an end") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0c]
    case UInt8(ascii: "n"): return [0x0a]
    case UInt8(ascii: "r"): return [0x0d]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(Character(try codePoint())).utf8)
    default:
      position -= 1
      throw failure("an unknown escape")
    }
  }

  /// Lone surrogates become U+FFFD.
  private mutating func codePoint() throws -> UnicodeScalar {
    let unit = try fourDigits()
    if unit & 0xfc00 == 0xd800, position + 1 < bytes.count,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    {
      let before = position
      position += 2
      let low = try fourDigits()
      if low & 0xfc00 == 0xdc00 {
        return UnicodeScalar(0x10000 + (unit & 0x3ff) << 10 + (low & 0x3ff)) ?? "\u{fffd}"
      }
      position = before
    }
    return UnicodeScalar(unit) ?? "\u{fffd}"
  }

  private mutating func fourDigits() throws -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count,
        let digit = Character(UnicodeScalar(bytes[position])).hexDigitValue
      else { throw failure("four hexadecimal digits should stand here") }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
