@testable import PatternMatching

/// Makes up patterns, and texts that they may match.
struct RandomPattern {
  var random: SeededGenerator

  private static let words = [
    "key", "tok_", "AKIA", "sk-", "secret", "api", "ghp_", "pass", "x", "id", "BEGIN ", "://",
  ]
  private static let classes = [
    "[a-z]", "[A-Z0-9]", "[0-9a-f]", "\\d", "\\w", "[\\w.-]", "[ \\t=:]", "[^\\s\"]", ".",
    "[[:alnum:]]", "\\s", "['\"]?",
  ]
  private static let times = [
    "", "", "", "{3}", "{0,3}", "?", "*", "+", "{2,}", "{8}", "{1,20}?", "+?", "{4}+",
  ]
  private static let conditions = [
    "\\b", "\\B", "^", "$", "(?<![a-z])", "(?=[a-z])", "(?!x)", "(?<=:)",
  ]

  mutating func pattern() -> String {
    let flags = ["", "", "(?i)", "(?s)", "(?x)"].randomElement(using: &random) ?? ""
    return flags + sequence(depth: 2)
  }

  private mutating func sequence(depth: Int) -> String {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in item(depth: depth) }.joined()
  }

  private mutating func item(depth: Int) -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0..<4: return Self.escaped(Self.words.randomElement(using: &random) ?? "")
    case 4..<8:
      let set = Self.classes.randomElement(using: &random) ?? ""
      return set.hasSuffix("?") ? set : set + (Self.times.randomElement(using: &random) ?? "")
    case 8: return Self.conditions.randomElement(using: &random) ?? ""
    case 9 where depth > 0:
      return "(?i:" + sequence(depth: depth - 1) + ")"
    default:
      guard depth > 0 else { return "z" }
      let choices = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        sequence(depth: depth - 1)
      }
      let times = ["", "", "?", "{1,2}", "{2}"].randomElement(using: &random) ?? ""
      return "(" + choices.joined(separator: "|") + ")" + times
    }
  }

  private static func escaped(_ word: String) -> String {
    word.map { " .-:/".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  /// A text that the tree allows; conditions are left to chance.
  mutating func text(of node: RegexNode) -> [UInt8] {
    switch node {
    case .empty, .assertion: return []
    case .byte(let set): return set.bytes.randomElement(using: &random).map { [$0] } ?? []
    case .sequence(let parts):
      var bytes: [UInt8] = []
      for part in parts { bytes += text(of: part) }
      return bytes
    case .choice(let parts): return parts.randomElement(using: &random).map { text(of: $0) } ?? []
    case .group(let inner, _): return text(of: inner)
    case .repeated(let inner, let times):
      let most = min(times.maximum ?? (times.minimum + 4), times.minimum + 6)
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: times.minimum...max(most, times.minimum), using: &random) {
        bytes += text(of: inner)
      }
      return bytes
    case .opaque: return []
    }
  }

  /// Noise of the kind that stands around secrets.
  mutating func noise(_ count: Int) -> [UInt8] {
    let alphabet = Array("abcxz019AKISECRET_-.:=/ \"'\n key tok".utf8)
    return (0..<count).compactMap { _ in alphabet.randomElement(using: &random) }
  }
}
