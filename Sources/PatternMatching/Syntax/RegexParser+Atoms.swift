/// Single elements and groups.
extension RegexParser {
  mutating func atom() throws(Failure) -> RegexNode {
    guard let next = peek() else { return .empty }
    position += 1
    switch next {
    case UInt8(ascii: "("): return try group()
    case UInt8(ascii: "["): return .byte(try characterClass())
    case UInt8(ascii: "\\"): return try escape()
    case UInt8(ascii: "."): return .byte(flags.dotTakesNewline ? .all : .notNewline)
    case UInt8(ascii: "^"):
      return .assertion(flags.isMultiline ? .lineStart : .contentStart)
    case UInt8(ascii: "$"): return .assertion(.end)
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
      position -= 1
      throw failure("a quantifier has nothing to repeat")
    default: return literal(next)
    }
  }

  private mutating func group() throws(Failure) -> RegexNode {
    if peek() == UInt8(ascii: "*") { throw failure("`(*…)` is not supported") }
    guard peek() == UInt8(ascii: "?") else {
      return .group(try closed(try alternatives()), captures: true)
    }
    position += 1
    if take("=") { return .assertion(.lookAhead(try closed(try alternatives()), negative: false)) }
    if take("!") { return .assertion(.lookAhead(try closed(try alternatives()), negative: true)) }
    if take("<=") {
      return .assertion(.lookBehind(try closed(try alternatives()), negative: false))
    }
    if take("<!") {
      return .assertion(.lookBehind(try closed(try alternatives()), negative: true))
    }
    if take(":") || take(">") || take("|") {
      return .group(try closed(try alternatives()), captures: false)
    }
    if take("P<") || take("<") || take("'") {
      try skipName()
      return .group(try closed(try alternatives()), captures: true)
    }
    if let next = peek(), Self.recursion.contains(next) || (next == 0x2d && isDigit(peek(1))) {
      return try skippedGroup()
    }
    return try flagGroup()
  }

  /// First bytes of what the tree does not follow: recursion, conditions, calls, back references.
  private static let recursion = ByteSet("R(&CP+").union(.digits)

  private func isDigit(_ byte: UInt8?) -> Bool { byte.map(ByteSet.digits.contains) ?? false }

  private mutating func skipName() throws(Failure) {
    skip(while: ByteSet.word.contains)
    guard peek() == UInt8(ascii: ">") || peek() == UInt8(ascii: "'") else {
      throw failure("a group's name is not closed")
    }
    position += 1
  }

  private mutating func closed(_ node: RegexNode) throws(Failure) -> RegexNode {
    guard peek() == UInt8(ascii: ")") else { throw failure("a group is not closed") }
    position += 1
    return node
  }

  /// Passes over a balanced group.
  private mutating func skippedGroup() throws(Failure) -> RegexNode {
    var open = 1
    while let next = peek() {
      position += 1
      if next == UInt8(ascii: "\\") { position += 1 }
      if next == UInt8(ascii: "[") {
        position = min(position, text.count)
        let saved = position
        if (try? characterClass()) == nil { position = saved }
      }
      if next == UInt8(ascii: "(") { open += 1 }
      if next == UInt8(ascii: ")") { open -= 1 }
      if open == 0 { return .opaque }
    }
    throw failure("a group is not closed")
  }

  /// `(?i)` for the rest of the group, `(?i:…)` for its own.
  private mutating func flagGroup() throws(Failure) -> RegexNode {
    let outer = flags
    var isOn = true
    while let next = peek() {
      position += 1
      switch next {
      case UInt8(ascii: "i"): flags.ignoresCase = isOn
      case UInt8(ascii: "s"): flags.dotTakesNewline = isOn
      case UInt8(ascii: "x"): flags.isExtended = isOn
      case UInt8(ascii: "m"): flags.isMultiline = isOn
      case UInt8(ascii: "J"), UInt8(ascii: "U"), UInt8(ascii: "n"): break
      case UInt8(ascii: "-"): isOn = false
      case UInt8(ascii: "^"): flags = Flags()
      case UInt8(ascii: ")"): return .empty
      case UInt8(ascii: ":"):
        let inner = try closed(try alternatives())
        flags = outer
        return .group(inner, captures: false)
      default:
        position -= 1
        throw failure("unknown group or flag")
      }
    }
    throw failure("a group is not closed")
  }
}
