/// A value that is stored as bytes without names, in the order of its fields. What is written is
/// read by the same code, or refused: nothing here is read by anybody else.
protocol PackedValue {
  func write(to writer: inout PackedWriter)
  init(from reader: inout PackedReader) throws
}

/// Packs values behind each other. Texts are written once and named by their number after that:
/// findings of one report repeat their tool, rule and words.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []
  private var texts: [String] = []
  private var numbers: [String: Int] = [:]

  mutating func write(_ value: some PackedValue) { value.write(to: &self) }

  /// A byte for each 7 bits, low ones first (LEB128, dwarfstd.org, section 7.6).
  mutating func writeNumber(_ number: UInt64) {
    var rest = number
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func writeText(_ text: String) {
    // Texts that only mean the same are equal too, and must keep their own bytes.
    if let number = numbers[text], texts[number].utf8.elementsEqual(text.utf8) {
      return writeNumber(UInt64(number) + 1)
    }
    numbers[text] = texts.count
    texts.append(text)
    writeNumber(0)
    writeNumber(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}

/// Reads what ``PackedWriter`` wrote; what it cannot have written is an error.
struct PackedReader {
  enum Failure: Error {
    case damaged
  }

  private let bytes: [UInt8]
  private var position: Int
  private var texts: [String] = []

  init(_ bytes: [UInt8], from position: Int) {
    self.bytes = bytes
    self.position = position
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func read<Value: PackedValue>(_ type: Value.Type = Value.self) throws -> Value {
    try Value(from: &self)
  }

  mutating func readNumber() throws -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard position < bytes.count else { throw Failure.damaged }
      let byte = UInt64(bytes[position])
      position += 1
      // The tenth byte holds the last bit.
      guard shift < 63 || byte <= 1 else { throw Failure.damaged }
      number |= (byte & 0x7f) << shift
      if byte < 0x80 { return number }
    }
    throw Failure.damaged
  }

  /// How many follow; each takes at least a byte, so that damage asks for no memory.
  mutating func readCount() throws -> Int {
    let count = try readNumber()
    guard count <= UInt64(bytes.count - position) else { throw Failure.damaged }
    return Int(count)
  }

  mutating func readText() throws -> String {
    let number = try readNumber()
    guard number == 0 else {
      guard number <= UInt64(texts.count) else { throw Failure.damaged }
      return texts[Int(number) - 1]
    }
    let count = try readCount()
    let text = String(decoding: bytes[position..<(position + count)], as: UTF8.self)
    position += count
    texts.append(text)
    return text
  }
}

extension String: PackedValue {
  func write(to writer: inout PackedWriter) { writer.writeText(self) }
  init(from reader: inout PackedReader) throws { self = try reader.readText() }
}

extension Int: PackedValue {
  /// Small numbers of both signs take few bytes.
  func write(to writer: inout PackedWriter) {
    writer.writeNumber(UInt64(bitPattern: Int64(self << 1 ^ self >> 63)))
  }

  init(from reader: inout PackedReader) throws {
    let number = try reader.readNumber()
    self = Int(truncatingIfNeeded: number >> 1) ^ -Int(truncatingIfNeeded: number & 1)
  }
}

extension Bool: PackedValue {
  func write(to writer: inout PackedWriter) { writer.writeNumber(self ? 1 : 0) }

  init(from reader: inout PackedReader) throws {
    switch try reader.readNumber() {
    case 0: self = false
    case 1: self = true
    default: throw PackedReader.Failure.damaged
    }
  }
}

extension Double: PackedValue {
  func write(to writer: inout PackedWriter) { writer.writeNumber(bitPattern) }
  init(from reader: inout PackedReader) throws { self.init(bitPattern: try reader.readNumber()) }
}

extension Optional: PackedValue where Wrapped: PackedValue {
  func write(to writer: inout PackedWriter) {
    (self != nil).write(to: &writer)
    self?.write(to: &writer)
  }

  init(from reader: inout PackedReader) throws {
    self = try Bool(from: &reader) ? Wrapped(from: &reader) : nil
  }
}

extension Array: PackedValue where Element: PackedValue {
  func write(to writer: inout PackedWriter) {
    writer.writeNumber(UInt64(count))
    for element in self { element.write(to: &writer) }
  }

  init(from reader: inout PackedReader) throws {
    let count = try reader.readCount()
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &reader)) }
  }
}

extension PackedValue where Self: RawRepresentable, RawValue == String {
  func write(to writer: inout PackedWriter) { writer.writeText(rawValue) }

  init(from reader: inout PackedReader) throws {
    guard let value = Self(rawValue: try reader.readText()) else {
      throw PackedReader.Failure.damaged
    }
    self = value
  }
}
