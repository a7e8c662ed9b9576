/// Changes a report at random, the same way for the same seed.
struct ReportMutator {
  private(set) var state: UInt64

  private static let pieces = [
    "{", "}", "[", "]", "\"", ",", ":", "null", "true", "-1", "1e400", "99999999999999999999",
    "NaN", "\\u0000", "\\ud800", "\u{0}", "\u{1b}[31m", "<", ">", "&amp;", "&x;", "<!ENTITY a 'b'>",
    "<![CDATA[", "]]>", "\n", "\r\n", "\u{feff}", "%", "%ff", "file://", "../", "\\\\", "CVE-1-1",
    "CWE--1", "pkg:", "pkg:npm/@", "@", "-9223372036854775808", "{}", "[]", "\"\"",
  ].map { Array($0.utf8) }

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

  mutating func mutated(_ report: [UInt8]) -> [UInt8] {
    var bytes = report
    for _ in 0..<(1 + next() % 8) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let at = Int(next() % UInt64(bytes.count))
    let length = min(Int(next() % 64), bytes.count - at)
    switch next() % 8 {
    case 0: bytes[at] = UInt8(truncatingIfNeeded: next())
    case 1: bytes.removeSubrange(at..<(at + length))
    case 2: bytes.insert(contentsOf: bytes[at..<(at + length)], at: at)
    case 3: bytes.removeSubrange(at...)
    case 4:
      let other = Int(next() % UInt64(bytes.count))
      bytes.insert(contentsOf: bytes[at..<(at + length)], at: other)
    case 5: replaceValue(&bytes, from: at)
    default:
      let piece = Self.pieces[Int(next() % UInt64(Self.pieces.count))]
      bytes.insert(contentsOf: piece, at: at)
    }
  }

  /// Puts something else in the place of a JSON value: keeps the text well-formed more often.
  private mutating func replaceValue(_ bytes: inout [UInt8], from at: Int) {
    guard let colon = bytes[at...].firstIndex(of: 0x3a), colon + 1 < bytes.count,
      let end = bytes[(colon + 1)...].firstIndex(where: { $0 == 0x2c || $0 == 0x7d })
    else { return }
    let values = ["null", "[]", "{}", "0", "-1", "1e999", "\"\"", "true", "[[]]", "{\"a\":1}"]
    let value = values[Int(next() % UInt64(values.count))]
    bytes.replaceSubrange((colon + 1)..<end, with: Array(value.utf8))
  }

  /// xorshift64*, enough to wander.
  private mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return (state &* 0x2545_f491_4f6c_dd1d) >> 16
  }
}
