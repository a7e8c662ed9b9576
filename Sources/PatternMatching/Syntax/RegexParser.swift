/// Reads PCRE2's syntax, bytes without UTF, into a tree.
///
/// It need not judge validity in every corner: PCRE2 compiles the same text too. What it does not
/// follow becomes ``RegexNode/opaque``.
struct RegexParser {
  struct Failure: Error {
    var offset: Int
    var problem: String
  }

  struct Flags {
    var ignoresCase = false
    var dotTakesNewline = false
    var isExtended = false
    var isMultiline = false
  }

  /// PCRE2's own limit.
  private static let deepest = 250

  let text: [UInt8]
  var position = 0
  var flags = Flags()
  private var depth = 0

  init(_ pattern: String) { text = Array(pattern.utf8) }

  static func parse(_ pattern: String) throws(Failure) -> RegexNode {
    var parser = RegexParser(pattern)
    if pattern.hasPrefix("(*") {
      throw Failure(offset: 0, problem: "`(*…)` settings are not supported")
    }
    let node = try parser.alternatives()
    if parser.position < parser.text.count { throw parser.failure("unmatched `)`") }
    return node
  }

  func failure(_ problem: String) -> Failure { Failure(offset: position, problem: problem) }

  func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < text.count ? text[position + ahead] : nil
  }

  mutating func skip(while isMember: (UInt8) -> Bool) {
    while position < text.count, isMember(text[position]) { position += 1 }
  }

  mutating func take(_ words: StaticString) -> Bool {
    let bytes = Array("\(words)".utf8)
    guard position + bytes.count <= text.count,
      bytes.indices.allSatisfy({ text[position + $0] == bytes[$0] })
    else { return false }
    position += bytes.count
    return true
  }

  /// Everything up to `)` or the end.
  mutating func alternatives() throws(Failure) -> RegexNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw failure("groups are nested too deeply") }
    let outer = flags
    defer { flags = outer }
    var choices: [RegexNode] = []
    while true {
      choices.append(try sequence())
      guard peek() == UInt8(ascii: "|") else { break }
      position += 1
    }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func sequence() throws(Failure) -> RegexNode {
    var parts: [RegexNode] = []
    while let next = peek(), next != UInt8(ascii: "|"), next != UInt8(ascii: ")") {
      if skipIgnored() { continue }
      let start = position
      let item = try atom()
      parts.append(try quantified(item, from: start))
    }
    switch parts.count {
    case 0: return .empty
    case 1: return parts[0]
    default: return .sequence(parts)
    }
  }

  /// White space and comments of `(?x)`, comment groups everywhere.
  private mutating func skipIgnored() -> Bool {
    if take("(?#") {
      skip { $0 != UInt8(ascii: ")") }
      position += 1
      return true
    }
    guard flags.isExtended, let next = peek() else { return false }
    if ByteSet.space.contains(next) {
      position += 1
      return true
    }
    guard next == UInt8(ascii: "#") else { return false }
    skip { $0 != 0x0a }
    return true
  }

  private mutating func quantified(_ item: RegexNode, from start: Int) throws(Failure) -> RegexNode
  {
    var node = item
    while true {
      let before = position
      while skipIgnored() {}
      guard let (low, high) = quantifier() else {
        position = before
        return node
      }
      // Lazy or possessive: the same texts or fewer.
      if peek() == UInt8(ascii: "?") || peek() == UInt8(ascii: "+") { position += 1 }
      if let high, high < low { throw failure("numbers out of order in `{}`") }
      node = .repeated(
        node, .init(minimum: low, maximum: high, source: start..<position))
    }
  }

  private mutating func quantifier() -> (Int, Int?)? {
    switch peek() {
    case UInt8(ascii: "*"):
      position += 1
      return (0, nil)
    case UInt8(ascii: "+"):
      position += 1
      return (1, nil)
    case UInt8(ascii: "?"):
      position += 1
      return (0, 1)
    case UInt8(ascii: "{"):
      let start = position
      position += 1
      guard let low = number() else {
        position = start
        return nil
      }
      var high: Int? = low
      if peek() == UInt8(ascii: ",") {
        position += 1
        high = number()
      }
      guard peek() == UInt8(ascii: "}") else {
        position = start
        return nil
      }
      position += 1
      return (low, high)
    default: return nil
    }
  }

  mutating func number() -> Int? {
    var value = 0
    let start = position
    while let digit = peek(), (0x30...0x39).contains(digit), position - start < 6 {
      value = value * 10 + Int(digit - 0x30)
      position += 1
    }
    return position > start ? value : nil
  }

  /// One byte as the current flags take it.
  func literal(_ byte: UInt8) -> RegexNode {
    .byte(flags.ignoresCase ? ByteSet(byte).withoutCase : ByteSet(byte))
  }
}
