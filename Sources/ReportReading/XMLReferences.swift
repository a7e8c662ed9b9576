/// The five predefined entities and character references; anything else is refused.
enum XMLReferences {
  static func resolved(_ bytes: ArraySlice<UInt8>) throws -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      guard bytes[position] == UInt8(ascii: "&") else {
        text.append(bytes[position])
        position += 1
        continue
      }
      let window = bytes[position...].prefix(12)
      guard let end = window.firstIndex(of: UInt8(ascii: ";")) else {
        throw ReportError(.malformed, "a reference without an end", at: position)
      }
      let name = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
      guard let character = character(name) else {
        throw ReportError(.entity, "a reference to an unknown entity", at: position)
      }
      text.append(contentsOf: String(Character(character)).utf8)
      position = end + 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func character(_ name: String) -> UnicodeScalar? {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let value else { return nil }
    return UnicodeScalar(value) ?? "\u{fffd}"
  }
}
