import FindingModel

/// A fast reader for exactly the bytes that ``DecisionFile/text(_:)`` writes; nil for anything
/// else, which then goes through the TOML parser. So it never has to say what is wrong, and 10,000
/// files load in a fraction of a second. That both readers agree is a test.
struct CanonicalDecision {
  private let bytes: [UInt8]
  private var at = 0

  static func parse(_ bytes: [UInt8]) -> Decision? {
    var reader = CanonicalDecision(bytes: bytes)
    return reader.decision()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func decision() -> Decision? {
    guard let id = string("id = "), id.hasPrefix("sg1:") || id.hasPrefix("check:"),
      let kind = string("kind = ").flatMap(Decision.Kind.init(rawValue:))
    else { return nil }
    let title = string("title = ")
    guard let reason = string("reason = "), says(reason) else { return nil }
    let justification = string("justification = ")
    guard let owner = string("owner = "), says(owner) else { return nil }
    let approver = string("approver = ")
    let ticket = string("ticket = ")
    guard let created = day("created = ") else { return nil }
    var decision = Decision(
      id: id, kind: kind, reason: reason, owner: owner, created: created,
      expires: day("expires = "))
    decision.title = title
    decision.justification = justification
    decision.approver = approver
    decision.ticket = ticket
    guard let aliases = aliases(), let circumstances = circumstances(), at == bytes.count else {
      return nil
    }
    decision.aliases = aliases
    decision.at = circumstances
    return decision
  }

  private func says(_ text: String) -> Bool { text.contains { !$0.isWhitespace } }

  private mutating func skip(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    let matches = text.withUTF8Buffer { literal in
      unsafe bytes[at..<at + count].elementsEqual(literal)
    }
    if matches { at += count }
    return matches
  }

  /// A whole line `key = "value"`; nothing is consumed unless it is one.
  private mutating func string(_ key: StaticString) -> String? {
    let start = at
    if skip(key), let text = quoted(), skip("\n") { return text }
    at = start
    return nil
  }

  /// A basic string without escapes; one with them is for the parser.
  private mutating func quoted() -> String? {
    guard at < bytes.count, bytes[at] == 0x22 else { return nil }
    let start = at + 1
    var end = start
    while end < bytes.count, bytes[end] != 0x22 {
      guard bytes[end] >= 0x20, bytes[end] != 0x5c, bytes[end] != 0x7f else { return nil }
      end += 1
    }
    guard end < bytes.count else { return nil }
    at = end + 1
    return String(validating: bytes[start..<end], as: UTF8.self)
  }

  private mutating func day(_ key: StaticString) -> Day? {
    let start = at
    if skip(key), at + 10 < bytes.count, bytes[at + 10] == 0x0a,
      let day = digits(at)
    {
      at += 11
      return day
    }
    at = start
    return nil
  }

  /// `YYYY-MM-DD` at an offset, without a string in between: two in each of many files.
  private func digits(_ start: Int) -> Day? {
    var numbers = (0, 0, 0)
    for (index, byte) in bytes[start..<start + 10].enumerated() {
      if index == 4 || index == 7 {
        guard byte == 0x2d else { return nil }
        continue
      }
      guard (0x30...0x39).contains(byte) else { return nil }
      let digit = Int(byte - 0x30)
      switch index {
      case ..<4: numbers.0 = numbers.0 * 10 + digit
      case ..<7: numbers.1 = numbers.1 * 10 + digit
      default: numbers.2 = numbers.2 * 10 + digit
      }
    }
    guard (1...12).contains(numbers.1), (1...31).contains(numbers.2) else { return nil }
    let day = Day(year: numbers.0, month: numbers.1, day: numbers.2)
    return day.components == numbers ? day : nil
  }

  /// The sorted aliases, none where the line is missing; nil where it is broken.
  private mutating func aliases() -> [String]? {
    guard skip("aliases = [") else { return [] }
    var all: [String] = []
    repeat {
      guard let alias = quoted() else { return nil }
      if let last = all.last, last >= alias { return nil }
      all.append(alias)
    } while skip(", ")
    return skip("]\n") ? all : nil
  }

  /// The outer nil is a broken line.
  private mutating func circumstances() -> Decision.Circumstances?? {
    guard skip("at = { severity = ") else { return .some(nil) }
    guard let severity = quoted().flatMap(Severity.init(rawValue:)), skip(", fix = "),
      let fix = quoted(), skip(", kev = ")
    else { return nil }
    let kev = skip("true")
    guard kev || skip("false"), skip(", count = ") else { return nil }
    let start = at
    while at < bytes.count, (0x30...0x39).contains(bytes[at]), at - start < 10 { at += 1 }
    guard let count = Int(String(decoding: bytes[start..<at], as: UTF8.self)), skip(" }\n"),
      String(count).utf8.count == at - start - 3
    else { return nil }
    return .some(Decision.Circumstances(severity: severity, fix: fix, kev: kev, count: count))
  }
}
