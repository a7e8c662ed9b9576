/// Writes JSON in the order it is told, without a tree in memory. Members that are nil are left
/// out, as `Codable` does.
///
/// Line breaks stand before members and elements down to a given depth, so that a finding is one
/// line of a diff.
struct JSONWriter {
  let output: ReportOutput
  private let breakDepth: Int
  private var depth = 0
  private var isFirst = true

  init(_ output: ReportOutput, breakDepth: Int = 2) {
    self.output = output
    self.breakDepth = breakDepth
  }

  mutating func object(_ body: (inout JSONWriter) -> Void) { nest(0x7b, 0x7d, body) }

  mutating func array<Element>(
    _ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void
  ) {
    nest(0x5b, 0x5d) { json in
      for element in elements {
        json.separate()
        body(&json, element)
      }
    }
  }

  mutating func value(_ text: String) { JSONText.write(text, to: output) }

  mutating func member(_ key: String, _ body: (inout JSONWriter) -> Void) {
    separate()
    JSONText.write(key, to: output)
    output.write(0x3a)
    body(&self)
  }

  mutating func member(_ key: String, _ text: String?) {
    guard let text else { return }
    member(key) { $0.value(text) }
  }

  mutating func member(_ key: String, _ number: Int?) {
    guard let number else { return }
    member(key) { $0.output.write(String(number)) }
  }

  mutating func member(_ key: String, _ flag: Bool?) {
    guard let flag else { return }
    member(key) { $0.output.write(flag ? "true" : "false") }
  }

  /// A number that JSON cannot hold is left out, as an unknown value is.
  mutating func member(_ key: String, _ number: Double?) {
    guard let number, number.isFinite else { return }
    member(key) { $0.output.write(JSONText.number(number)) }
  }

  mutating func member(_ key: String, _ texts: [String]?) {
    guard let texts else { return }
    member(key) { $0.array(texts) { $0.value($1) } }
  }

  mutating func member<Value: JSONWritable>(_ key: String, _ value: Value?) {
    guard let value else { return }
    member(key) { json in json.object { value.write(to: &$0) } }
  }

  mutating func member<Value: JSONWritable>(_ key: String, _ values: [Value]?) {
    guard let values else { return }
    member(key) { json in
      json.array(values) { json, value in json.object { value.write(to: &$0) } }
    }
  }

  /// Members sorted by key.
  mutating func member(_ key: String, counts: [String: Int]) {
    member(key) { json in
      json.object { json in
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) { json.member(name, count) }
      }
    }
  }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    output.write(open)
    let outer = isFirst
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { breakLine(depth + 1 <= breakDepth ? depth : nil) }
    isFirst = outer
    output.write(close)
  }

  private mutating func separate() {
    if !isFirst { output.write(0x2c) }
    isFirst = false
    breakLine(depth <= breakDepth ? depth : nil)
  }

  private func breakLine(_ indent: Int?) {
    guard let indent else { return }
    output.write(0x0a)
    for _ in 0..<indent { output.write("  ") }
  }
}

/// What knows its own members.
protocol JSONWritable {
  func write(to json: inout JSONWriter)
}
