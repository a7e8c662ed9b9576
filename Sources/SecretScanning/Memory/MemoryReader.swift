/// Reads what `MemoryWriter` wrote; anything else is an error, never a crash.
struct MemoryReader {
  struct Malformed: Error {}

  private let bytes: [UInt8]
  private var at = 0
  private var texts: [String] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  mutating func number() throws -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      guard at < bytes.count else { throw Malformed() }
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte & 0x80 == 0 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
    throw Malformed()
  }

  mutating func raw(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - at else { throw Malformed() }
    defer { at += count }
    return bytes[at..<at + count]
  }

  mutating func text() throws -> String {
    let known = try number()
    if texts.indices.contains(known) { return texts[known] }
    guard known == texts.count else { throw Malformed() }
    let text = String(decoding: try raw(try number()), as: UTF8.self)
    texts.append(text)
    return text
  }

  mutating func optionalText() throws -> String? { try number() == 0 ? nil : try text() }

  mutating func optionalNumber() throws -> Int? { try number() == 0 ? nil : try number() }

  mutating func list<Element>(_ body: (inout MemoryReader) throws -> Element) throws -> [Element] {
    let count = try number()
    // Each element takes a byte at least.
    guard count >= 0, count <= bytes.count - at else { throw Malformed() }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }
}
