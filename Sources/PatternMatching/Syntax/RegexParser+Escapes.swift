/// Escapes and character classes.
extension RegexParser {
  mutating func escape() throws(Failure) -> RegexNode {
    guard let next = peek() else { throw failure("`\\` at the end") }
    if let set = Self.classEscape(next) {
      position += 1
      return .byte(set)
    }
    switch next {
    case UInt8(ascii: "b"): return condition(.wordBoundary)
    case UInt8(ascii: "B"): return condition(.notWordBoundary)
    case UInt8(ascii: "A"), UInt8(ascii: "G"): return condition(.contentStart)
    case UInt8(ascii: "z"), UInt8(ascii: "Z"): return condition(.end)
    case UInt8(ascii: "K"): return condition(.unknown)
    case UInt8(ascii: "R"):
      position += 1
      return .choice([
        .sequence([.byte(ByteSet(0x0d)), .byte(ByteSet(0x0a))]),
        .byte(ByteSet(0x0a...0x0d).union(ByteSet(0x85))),
      ])
    case UInt8(ascii: "Q"):
      position += 1
      return quoted()
    case UInt8(ascii: "E"):
      position += 1
      return .empty
    case UInt8(ascii: "1")...UInt8(ascii: "9"): return backReference()
    case UInt8(ascii: "g"), UInt8(ascii: "k"):
      position += 1
      skipBraced()
      return .opaque
    case UInt8(ascii: "X"), UInt8(ascii: "p"), UInt8(ascii: "P"), UInt8(ascii: "C"):
      throw failure("`\\\(String(Unicode.Scalar(next)))` is not supported: patterns match bytes")
    default: return literal(try escapedByte())
    }
  }

  private mutating func condition(_ assertion: RegexAssertion) -> RegexNode {
    position += 1
    return .assertion(assertion)
  }

  private mutating func backReference() -> RegexNode {
    skip(while: ByteSet.digits.contains)
    return .opaque
  }

  private mutating func skipBraced() {
    let ends: [UInt8: UInt8] = [0x7b: 0x7d, 0x3c: 0x3e, 0x27: 0x27]
    if let open = peek(), let end = ends[open] {
      position += 1
      skip { $0 != end }
      position += 1
    } else {
      skip { ByteSet.digits.contains($0) || $0 == 0x2d || $0 == 0x2b }
    }
    position = min(position, text.count)
  }

  private mutating func quoted() -> RegexNode {
    var parts: [RegexNode] = []
    while let next = peek() {
      if take("\\E") { break }
      parts.append(literal(next))
      position += 1
    }
    return .group(.sequence(parts), captures: false)
  }

  static func classEscape(_ byte: UInt8) -> ByteSet? {
    switch byte {
    case UInt8(ascii: "d"): .digits
    case UInt8(ascii: "D"): ByteSet.digits.inverted
    case UInt8(ascii: "w"): .word
    case UInt8(ascii: "W"): ByteSet.word.inverted
    case UInt8(ascii: "s"): .space
    case UInt8(ascii: "S"): ByteSet.space.inverted
    case UInt8(ascii: "N"): .notNewline
    case UInt8(ascii: "h"): ByteSet(0x09).union(ByteSet(0x20)).union(ByteSet(0xa0))
    case UInt8(ascii: "H"): ByteSet(0x09).union(ByteSet(0x20)).union(ByteSet(0xa0)).inverted
    case UInt8(ascii: "v"): ByteSet(0x0a...0x0d).union(ByteSet(0x85))
    case UInt8(ascii: "V"): ByteSet(0x0a...0x0d).union(ByteSet(0x85)).inverted
    default: nil
    }
  }

  /// The byte that an escape stands for; `position` is behind the backslash.
  mutating func escapedByte() throws(Failure) -> UInt8 {
    guard let next = peek() else { throw failure("`\\` at the end") }
    position += 1
    switch next {
    case UInt8(ascii: "n"): return 0x0a
    case UInt8(ascii: "r"): return 0x0d
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "f"): return 0x0c
    case UInt8(ascii: "a"): return 0x07
    case UInt8(ascii: "e"): return 0x1b
    case UInt8(ascii: "x"): return try hexadecimal()
    case UInt8(ascii: "o"): return try braced(radix: 8)
    case UInt8(ascii: "0"):
      position -= 1
      return octal()
    case UInt8(ascii: "c"):
      guard let letter = peek() else { throw failure("`\\c` at the end") }
      position += 1
      return (ByteSet.letters.contains(letter) ? letter & 0xdf : letter) ^ 0x40
    default:
      if ByteSet.letters.contains(next) { throw failure("unknown escape") }
      return next
    }
  }

  private mutating func octal() -> UInt8 {
    var value = 0
    let start = position
    while let digit = peek(), (0x30...0x37).contains(digit), position - start < 3 {
      value = value * 8 + Int(digit - 0x30)
      position += 1
    }
    return UInt8(truncatingIfNeeded: value)
  }

  private mutating func hexadecimal() throws(Failure) -> UInt8 {
    if peek() == 0x7b { return try braced(radix: 16) }
    var value = 0
    for _ in 0..<2 {
      guard let next = peek(), let digit = Character(Unicode.Scalar(next)).hexDigitValue else {
        break
      }
      value = value * 16 + digit
      position += 1
    }
    return UInt8(truncatingIfNeeded: value)
  }

  private mutating func braced(radix: Int) throws(Failure) -> UInt8 {
    position += 1
    let start = position
    skip { $0 != 0x7d }
    let digits = String(decoding: text[min(start, text.count)..<position], as: UTF8.self)
    guard let value = UInt8(digits, radix: radix) else {
      throw failure("a value above ff is not a byte")
    }
    position += 1
    return value
  }

  /// The set of a class; `position` is behind `[`.
  mutating func characterClass() throws(Failure) -> ByteSet {
    var set = ByteSet()
    let isNegated = take("^")
    var isFirst = true
    while let next = peek() {
      if next == UInt8(ascii: "]"), !isFirst {
        position += 1
        if flags.ignoresCase { set = set.withoutCase }
        return isNegated ? set.inverted : set
      }
      isFirst = false
      if next == UInt8(ascii: "["), let named = try namedClass() {
        set = set.union(named)
        continue
      }
      try classMember(into: &set)
    }
    throw failure("a class is not closed")
  }

  private mutating func classMember(into set: inout ByteSet) throws(Failure) {
    let low = try classItem(&set)
    guard let low, peek() == UInt8(ascii: "-"), let after = peek(1), after != UInt8(ascii: "]")
    else {
      if let low { set.insert(low) }
      return
    }
    let dash = position
    position += 1
    guard let high = try classItem(&set) else {
      set.insert(low)
      set.insert(text[dash])
      return
    }
    guard low <= high else { throw failure("a range is out of order") }
    set = set.union(ByteSet(low...high))
  }

  /// One byte of a class; nil where it was a whole set, which is added.
  private mutating func classItem(_ set: inout ByteSet) throws(Failure) -> UInt8? {
    guard let next = peek() else { throw failure("a class is not closed") }
    position += 1
    guard next == UInt8(ascii: "\\") else { return next }
    guard let escaped = peek() else { throw failure("a class is not closed") }
    if let named = Self.classEscape(escaped), escaped != UInt8(ascii: "N") {
      position += 1
      set = set.union(named)
      return nil
    }
    switch escaped {
    case UInt8(ascii: "b"):
      position += 1
      return 0x08
    case UInt8(ascii: "1")...UInt8(ascii: "7"): return octal()
    case UInt8(ascii: "E"), UInt8(ascii: "Q"): throw failure("`\\Q` in a class is not supported")
    default: return try escapedByte()
    }
  }

  /// `[:alpha:]` and the like; nil where none begins here.
  private mutating func namedClass() throws(Failure) -> ByteSet? {
    guard peek(1) == UInt8(ascii: ":") else { return nil }
    var end = position + 2
    while end + 1 < text.count, text[end] != UInt8(ascii: ":") || text[end + 1] != UInt8(ascii: "]")
    {
      guard ByteSet.letters.contains(text[end]) || text[end] == UInt8(ascii: "^") else {
        return nil
      }
      end += 1
    }
    guard end + 1 < text.count else { return nil }
    var name = String(decoding: text[(position + 2)..<end], as: UTF8.self)
    let isNegated = name.hasPrefix("^")
    if isNegated { name.removeFirst() }
    guard let set = PosixClass.set(named: name) else { throw failure("unknown class name") }
    position = end + 2
    return isNegated ? set.inverted : set
  }
}
