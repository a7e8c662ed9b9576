import FindingModel
public import PatternMatching
import RulePacks

/// One worker's matcher by rule packs.
public final class RulePackWorker: PatternBasedWorker {
  let matcher: RulePackMatcher
  private let worker: PatternWorker
  private var found: [PatternMatch] = []

  init(_ matcher: RulePackMatcher) throws(PatternError) {
    self.matcher = matcher
    worker = try PatternWorker(matcher.patterns)
  }

  public func matches(in content: Span<UInt8>) throws -> [SecretMatch] {
    worker.matches(in: content, into: &found)
    return matches(from: found, in: content)
  }

  public func matches(from found: [PatternMatch], in content: Span<UInt8>) -> [SecretMatch] {
    var matches: [SecretMatch] = []
    for match in found {
      let rule = matcher.ruleOfPattern[Int(match.pattern)]
      var secret = SecretMatch(rule: rule, secret: match.secret, isJudged: match.isJudged)
      secret.origin = match
      // The same bytes by way of another literal, or of another encoding: as they stand, if that
      // is a way.
      if let known = matches.lastIndex(where: { $0.secret == secret.secret && $0.rule == rule }) {
        if matches[known].isJudged, match.isJudged, match.encoding == .plain {
          matches[known].origin = match
        }
        continue
      }
      if match.isJudged,
        matcher.rules[rule].rejection(of: worker.secretBytes(of: match, in: content)) != nil
      {
        continue
      }
      matches.append(secret)
    }
    meetRequirements(&matches, in: content)
    matches.removeAll { matcher.rules[$0.rule].rule.isSilent }
    if !content.isEmpty {
      matches += matcher.pathRules.map { SecretMatch(rule: $0, secret: 0..<0) }
    }
    return matches.sorted()
  }

  /// Notes the matches that stand alone where their rule wants another one near by.
  private func meetRequirements(_ matches: inout [SecretMatch], in content: Span<UInt8>) {
    for index in matches.indices {
      let match = matches[index]
      for (rule, lines) in matcher.rules[match.rule].requires {
        let isMet = matches.contains { other in
          other.rule == rule && other.isJudged
            && Self.isNear(other.secret, match.secret, lines: lines, in: content)
        }
        if !isMet { matches[index].isAlone = true }
      }
    }
  }

  private static func isNear(
    _ left: Range<Int>, _ right: Range<Int>, lines: Int?, in content: Span<UInt8>
  ) -> Bool {
    guard let lines else { return true }
    let low = min(left.upperBound, right.upperBound)
    let high = max(left.lowerBound, right.lowerBound)
    guard low < high else { return true }
    var breaks = 0
    for index in low..<min(high, content.count) where content[index] == 0x0a {
      breaks += 1
      if breaks > lines { return false }
    }
    return true
  }

  public func assess(_ match: SecretMatch, in content: Span<UInt8>, path: String?)
    -> AssessedSecret?
  {
    guard matcher.rules.indices.contains(match.rule) else { return nil }
    let rule = matcher.rules[match.rule]
    guard matcher.ignoresPaths || rule.applies(at: path) else { return nil }
    let origin = match.origin ?? PatternMatch(pattern: 0, range: match.secret, secret: match.secret)
    let secret = worker.secretBytes(of: origin, in: content)
    let text = MatchedText(
      secret: secret, place: match.secret, range: origin.range, in: content)
    let name =
      rule.rule.pattern == nil
      ? rule.rule.id : AssignmentName.before(match.secret.lowerBound, in: content)
    var judgement = Judgement(
      rule, text, name: name, path: path, beginnings: matcher.beginnings)
    guard judgement.isKept(isAlone: match.isAlone, encoding: origin.encoding) else { return nil }
    return AssessedSecret(
      rule: rule.words, confidence: judgement.confidence, signals: judgement.signals,
      value: SecretValue(
        match.secret.map { content[$0] },
        publicPrefix: origin.encoding == .plain ? publicPrefix(rule, secret) : 0),
      normalised: judgement.normalised, name: name)
  }

  /// Whether a rule is searched for in encoded text too.
  func isDecoded(_ rule: Int) -> Bool {
    matcher.ruleOfPattern.firstIndex(of: rule).map { matcher.patterns.analysis($0).isDecoded }
      ?? false
  }

  private func publicPrefix(_ rule: PreparedRule, _ secret: [UInt8]) -> Int {
    secret.starts(with: rule.prefix) ? rule.prefix.count : 0
  }

  public func nearMisses(in part: Range<Int>, of content: Span<UInt8>, path: String?)
    -> [RuleTrace]
  {
    var steps: [Int: [String]] = [:]
    for pattern in worker.patternsWithLiterals(in: part, of: content) {
      let analysis = matcher.patterns.analysis(pattern)
      let literals = analysis.literals.prefix(4).joined(separator: ", ")
      steps[matcher.ruleOfPattern[pattern]] = [
        "a literal stands here: \(literals)", "guard: \(analysis.guardWords)",
        "window: \(analysis.windowBefore) bytes before, \(analysis.windowAfter) after",
      ]
    }
    worker.matches(in: content, into: &found)
    var rejected: Set<Int> = []
    for match in found where match.isJudged && match.secret.overlaps(part) {
      let rule = matcher.ruleOfPattern[Int(match.pattern)]
      let bytes = worker.secretBytes(of: match, in: content)
      guard let reason = matcher.rules[rule].rejection(of: bytes) else { continue }
      rejected.insert(rule)
      steps[rule, default: []] += ["the pattern matches", reason]
    }
    return steps.sorted { matcher.ruleID($0.key) < matcher.ruleID($1.key) }.map { rule, steps in
      var steps = steps
      let isRejected = rejected.contains(rule)
      if !isRejected { steps.append("the pattern does not match") }
      if !matcher.rules[rule].applies(at: path) { steps.append("the rule leaves out this path") }
      return RuleTrace(
        rule: matcher.ruleID(rule), outcome: isRejected ? .rejected : .noMatch, steps: steps)
    }
  }
}
