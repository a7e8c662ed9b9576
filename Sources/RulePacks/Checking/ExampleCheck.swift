import PatternMatching

/// Holds the examples of a rule against its pattern, the secret's entropy and its digits.
public enum ExampleCheck {
  public static func problems(in packs: [RulePack]) -> [LintProblem] {
    packs.flatMap { pack in
      pack.rules.flatMap { rule in
        problems(of: rule).map { LintProblem(pack: pack.name, rule: rule.id, problem: $0) }
      }
    }
  }

  static func problems(of rule: Rule) -> [String] {
    guard let text = rule.pattern else { return [] }
    let pattern: TextPattern
    do {
      pattern = try TextPattern(text, id: rule.id)
    } catch {
      return [error.description]
    }
    var problems: [String] = []
    for (number, example) in rule.examples.enumerated() {
      let result = search(rule, pattern, Array(ExampleText.unmarked(example).utf8))
      if result == .none { problems.append("example \(number + 1) is not found") }
      if result == .unjudged { problems.append("example \(number + 1) reaches the match limit") }
    }
    for (number, example) in rule.counterExamples.enumerated() {
      let result = search(rule, pattern, Array(ExampleText.unmarked(example).utf8))
      if result == .found { problems.append("counter-example \(number + 1) is found") }
      if result == .unjudged {
        problems.append("counter-example \(number + 1) reaches the match limit")
      }
    }
    return problems
  }

  private enum Result { case none, found, unjudged }

  private static func search(_ rule: Rule, _ pattern: TextPattern, _ bytes: [UInt8]) -> Result {
    var start = 0
    while start <= bytes.count {
      switch pattern.match(in: bytes.span, from: start) {
      case .none: return .none
      case .unjudged: return .unjudged
      case .match(let match):
        let group =
          match.groups.indices.contains(rule.secretGroup ?? 0)
          ? match.groups[rule.secretGroup ?? 0] : nil
        if isKept(rule, Array(bytes[group ?? match.range])) { return .found }
        start = max(match.range.lowerBound + 1, start + 1)
      }
    }
    return .none
  }

  private static func isKept(_ rule: Rule, _ secret: [UInt8]) -> Bool {
    if rule.needsDigit, !secret.contains(where: { (0x30...0x39).contains($0) }) { return false }
    return Entropy.bitsPerByte(secret.span) >= rule.entropy ?? 0
  }
}
