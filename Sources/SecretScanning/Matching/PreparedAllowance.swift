import PatternMatching
import RulePacks

/// An allow list with its patterns compiled.
struct PreparedAllowance: Sendable {
  let effect: Allowance.Effect
  private let needsAll: Bool
  private let secrets: [TextPattern]
  private let matches: [TextPattern]
  private let lines: [TextPattern]
  private let paths: [TextPattern]
  private let stopWords: [[UInt8]]

  init(_ allowance: Allowance, id: String) throws(PatternError) {
    effect = allowance.effect
    needsAll = allowance.needsAll
    secrets = try Self.compiled(allowance.secrets, id)
    matches = try Self.compiled(allowance.matches, id)
    lines = try Self.compiled(allowance.lines, id)
    paths = try Self.compiled(allowance.paths, id)
    stopWords = allowance.stopWords.map { Array($0.utf8) }
  }

  private static func compiled(_ texts: [String], _ id: String) throws(PatternError)
    -> [TextPattern]
  {
    var patterns: [TextPattern] = []
    for text in texts { patterns.append(try TextPattern(text, id: id)) }
    return patterns
  }

  /// What allows a match, in words; nil where nothing does.
  func reason(_ match: MatchedText, path: String?) -> String? {
    var checks: [(String, Bool)] = []
    if !secrets.isEmpty { checks.append(("the secret", occurs(secrets, match.secret))) }
    if !matches.isEmpty { checks.append(("the match", occurs(matches, match.whole))) }
    if !lines.isEmpty { checks.append(("the line", occurs(lines, match.lines))) }
    if !paths.isEmpty {
      checks.append(
        ("the path", path.map { path in paths.contains { $0.occurs(in: path) } } ?? false))
    }
    if !stopWords.isEmpty { checks.append(("a stop word", holdsStopWord(match.secret))) }
    guard !checks.isEmpty else { return nil }
    let holding = checks.filter(\.1).map(\.0)
    let isAllowed = needsAll ? holding.count == checks.count : !holding.isEmpty
    return isAllowed ? "allowed by " + holding.joined(separator: " and ") : nil
  }

  private func occurs(_ patterns: [TextPattern], _ text: [UInt8]) -> Bool {
    patterns.contains { $0.occurs(in: text.span) }
  }

  private func holdsStopWord(_ secret: [UInt8]) -> Bool {
    let lower = secret.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    return stopWords.contains { word in
      lower.count >= word.count
        && (0...(lower.count - word.count)).contains { lower[$0...].starts(with: word) }
    }
  }
}
