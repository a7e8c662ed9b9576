/// A set of byte values, 256 bits.
struct ByteSet: Hashable, Sendable {
  private(set) var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init() {}

  init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  init(_ byte: UInt8) { insert(byte) }

  init(_ range: ClosedRange<UInt8>) { for byte in range { insert(byte) } }

  init(_ characters: StaticString) {
    for byte in "\(characters)".utf8 { insert(byte) }
  }

  static let all = ByteSet(0...255)
  static let digits = ByteSet(0x30...0x39)
  static let letters = ByteSet(0x41...0x5a).union(ByteSet(0x61...0x7a))
  static let word = letters.union(digits).union(ByteSet(0x5f))
  /// As PCRE2's `\s`, vertical tab included.
  static let space = ByteSet(0x09...0x0d).union(ByteSet(0x20))
  static let notNewline = ByteSet(0x0a).inverted

  /// Without a branch: the kinds of bytes that come in are hard to guess.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let ascii = byte & 0x40 == 0 ? words.0 : words.1
    let others = byte & 0x40 == 0 ? words.2 : words.3
    return (byte & 0x80 == 0 ? ascii : others) >> UInt64(byte & 63) & 1 != 0
  }

  mutating func insert(_ byte: UInt8) {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  func union(_ other: ByteSet) -> ByteSet {
    var result = self
    result.words.0 |= other.words.0
    result.words.1 |= other.words.1
    result.words.2 |= other.words.2
    result.words.3 |= other.words.3
    return result
  }

  func intersection(_ other: ByteSet) -> ByteSet { inverted.union(other.inverted).inverted }

  var inverted: ByteSet {
    var result = self
    result.words = (~words.0, ~words.1, ~words.2, ~words.3)
    return result
  }

  /// With the other case of every letter.
  var withoutCase: ByteSet {
    var result = self
    for byte in bytes where ByteSet.letters.contains(byte) { result.insert(byte ^ 0x20) }
    return result
  }

  var count: Int {
    words.0.nonzeroBitCount + words.1.nonzeroBitCount + words.2.nonzeroBitCount
      + words.3.nonzeroBitCount
  }

  var isEmpty: Bool { count == 0 }

  /// The only member; nil where there are more or none.
  var only: UInt8? { count == 1 ? bytes.first : nil }

  /// The members, ascending.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    for (index, word) in [words.0, words.1, words.2, words.3].enumerated() {
      var rest = word
      while rest != 0 {
        result.append(UInt8(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return result
  }

  static func == (left: ByteSet, right: ByteSet) -> Bool { left.words == right.words }

  func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}

extension ByteSet: CustomStringConvertible {
  /// As a character class.
  var description: String {
    if self == .all { return "any" }
    if count > 128 { return "[^\(inverted.ranges)]" }
    if let only { return Self.shown(only) }
    return "[\(ranges)]"
  }

  private var ranges: String {
    var text = ""
    let members = bytes
    var index = 0
    while index < members.count {
      var end = index
      while end + 1 < members.count, members[end + 1] == members[end] + 1 { end += 1 }
      text += Self.shown(members[index])
      if end > index + 1 { text += "-" }
      if end > index { text += Self.shown(members[end]) }
      index = end + 1
    }
    return text
  }

  private static func shown(_ byte: UInt8) -> String {
    switch byte {
    case 0x0a: "\\n"
    case 0x0d: "\\r"
    case 0x09: "\\t"
    case 0x21...0x7e: String(Unicode.Scalar(byte))
    default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
}
