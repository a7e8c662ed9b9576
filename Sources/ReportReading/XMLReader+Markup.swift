/// Names, attributes and what is skipped.
extension XMLReader {
  func failure(_ message: String) -> ReportError {
    let message = position >= bytes.count ? "the XML document is cut short" : message
    return ReportError(.malformed, message, at: min(position, bytes.count))
  }

  func starts(with word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return "\(word)".utf8.elementsEqual(bytes[position..<(position + count)])
  }

  mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  mutating func skip(past word: StaticString, from offset: Int) throws {
    let start = position
    position += offset
    while position < bytes.count, !starts(with: word) { position += 1 }
    guard position < bytes.count else {
      throw ReportError(.malformed, "XML markup without an end: cut short", at: start)
    }
    position += word.utf8CodeUnitCount
  }

  /// A name without its namespace prefix.
  mutating func name() throws -> String {
    let start = position
    var local = position
    while position < bytes.count, isName(bytes[position]) {
      position += 1
      if bytes[position - 1] == UInt8(ascii: ":") { local = position }
    }
    guard position > local, position - start < 1024, !isInner(bytes[start]) else {
      throw failure("no XML name")
    }
    return String(decoding: bytes[local..<position], as: UTF8.self)
  }

  /// Digits, `-` and `.` stand in a name, but not at its beginning.
  private func isInner(_ byte: UInt8) -> Bool { byte >= 0x2d && byte <= 0x39 }

  private func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xff, UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  /// Reads up to the end of the start tag.
  ///
  /// - Returns: whether the element is closed at once.
  mutating func attributes(of node: inout XMLNode) throws -> Bool {
    while true {
      skipSpace()
      if starts(with: "/>") {
        position += 2
        return true
      }
      if starts(with: ">") {
        position += 1
        return false
      }
      let key = try name()
      skipSpace()
      guard starts(with: "=") else { throw failure("an attribute without a value") }
      position += 1
      skipSpace()
      let value = try attributeValue()
      if node.attributes[key] == nil { node.attributes[key] = value }
      if node.attributes.count > 1024 {
        throw ReportError(.limit, "more than 1024 attributes", at: position)
      }
    }
  }

  private mutating func attributeValue() throws -> String {
    guard position < bytes.count, bytes[position] == 0x22 || bytes[position] == 0x27 else {
      throw failure("an attribute's value without quotes")
    }
    let quote = bytes[position]
    let start = position + 1
    position = start
    while position < bytes.count, bytes[position] != quote {
      if bytes[position] == UInt8(ascii: "<") { throw failure("'<' in an attribute") }
      position += 1
    }
    guard position < bytes.count else { throw failure("an attribute without an end") }
    position += 1
    return try XMLReferences.resolved(bytes[start..<(position - 1)])
  }

  /// Skips a document type with its internal subset; entities in it are refused.
  mutating func documentType() throws {
    let start = position
    var brackets = 0
    position += 9
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "]"): brackets -= 1
      case UInt8(ascii: ">") where brackets <= 0:
        position += 1
        return
      case 0x22, 0x27: try skipQuoted()
      case UInt8(ascii: "<") where starts(with: "<!--"):
        try skip(past: "-->", from: 4)
        continue
      case UInt8(ascii: "<") where starts(with: "<!ENTITY"):
        throw ReportError(.entity, "XML that declares entities is refused", at: position)
      default: break
      }
      position += 1
    }
    throw ReportError(.malformed, "a document type without an end: cut short", at: start)
  }

  private mutating func skipQuoted() throws {
    let quote = bytes[position]
    position += 1
    while position < bytes.count, bytes[position] != quote { position += 1 }
  }
}
