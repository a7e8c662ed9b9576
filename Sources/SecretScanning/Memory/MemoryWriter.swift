/// Numbers and texts as bytes, each text once.
struct MemoryWriter {
  private(set) var bytes: [UInt8] = []
  private var texts: [String: Int] = [:]

  mutating func number(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func byte(_ value: UInt64) { bytes.append(UInt8(truncatingIfNeeded: value)) }

  mutating func raw(_ content: some Collection<UInt8>) { bytes += content }

  /// A text, or the number of one that was written before.
  mutating func text(_ value: String) {
    if let known = texts[value] { return number(known) }
    number(texts.count)
    texts[value] = texts.count
    number(value.utf8.count)
    bytes += value.utf8
  }

  mutating func optional(_ value: String?) {
    number(value == nil ? 0 : 1)
    if let value { text(value) }
  }

  mutating func optional(_ value: Int?) {
    number(value == nil ? 0 : 1)
    if let value { number(value) }
  }

  mutating func list<Element>(
    _ elements: [Element], _ body: (inout MemoryWriter, Element) -> Void
  ) {
    number(elements.count)
    for element in elements { body(&self, element) }
  }
}
