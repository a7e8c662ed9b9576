import PatternMatching
import RulePacks

/// The beginnings of tokens that nothing else has, with the fewest bytes of one: a value that
/// begins so and is shorter was cut, or is made up.
struct TokenBeginnings: Sendable {
  private struct Kind {
    var prefix: [UInt8]
    var pattern: String
    var group: Int?
    var title: String

    /// Reckoned when a value begins so, which is rare: no start waits for it.
    var shortest: Int? { PatternWidth.shortest(of: pattern, group: group) }
  }

  /// By the first two bytes.
  private var kinds: [UInt16: [Kind]] = [:]

  /// Shorter ones, and those that are words, begin other things, too; ones without a mark at the
  /// end must be longer.
  private static let shortestPrefix = 4
  private static let shortestOfLetters = 8
  private static let words: Set<String> = [
    "live", "test", "secret", "access", "api", "apikey", "key", "sdk", "pubkey", "hook", "base",
    "user", "auth", "token", "prod", "dev",
  ]

  init(_ rules: [PreparedRule]) {
    for prepared in rules where prepared.prefix.count >= Self.shortestPrefix {
      guard prepared.rule.isDistinctive else { continue }
      let prefix = prepared.prefix
      guard
        prefix.count >= Self.shortestOfLetters || !(prefix.last.map(Self.isAlphanumeric) ?? true),
        !Self.words.contains(
          String(prepared.rule.prefix?.prefix { $0.isLetter } ?? "").lowercased()),
        let pattern = prepared.rule.pattern
      else { continue }
      kinds[Self.key(prefix), default: []].append(
        Kind(
          prefix: prefix, pattern: pattern, group: prepared.rule.secretGroup,
          title: prepared.rule.title))
    }
  }

  /// What the value is too short for; nil where it does not begin like a token or may be one.
  func cut(_ value: [UInt8]) -> String? {
    guard value.count >= Self.shortestPrefix, let kinds = kinds[Self.key(value)] else { return nil }
    let fitting = kinds.filter { value.starts(with: $0.prefix) }
    guard let longest = fitting.max(by: { $0.prefix.count < $1.prefix.count }),
      fitting.allSatisfy({ value.count < $0.shortest ?? 0 })
    else { return nil }
    return longest.title
  }

  private static func key(_ bytes: [UInt8]) -> UInt16 { UInt16(bytes[0]) << 8 | UInt16(bytes[1]) }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
  }
}
