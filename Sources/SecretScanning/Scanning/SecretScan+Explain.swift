import FindingModel
import GitHistory

extension SecretScan {
  /// Explains a line of a file.
  ///
  /// - Parameter line: from 1.
  /// - Throws: `SmallFile.Failure` where the file cannot be read.
  public static func explain(
    file: String, line: Int, _ options: SecretScanOptions, matcher: any SecretMatcher
  ) throws -> SecretExplanation {
    let bytes = try SmallFile.bytes(Array(file.utf8), limit: options.maximumBlob)
    let path = VisibleText.of(file.utf8)
    let part = LineRange.of(line, in: bytes)
    var explanation = SecretExplanation(path: path, line: line, rules: [])
    explanation.exclusion = options.exclusions.first { $0.covers(path) }
    explanation.comment = InlineAllowance.comment(
      at: part.lowerBound..<part.lowerBound, in: bytes.span)
    let worker = try matcher.makeWorker()
    let resolver = SightingResolver(matcher: matcher, exclusions: [])
    explanation.rules = resolver.traces(
      try worker.matches(in: bytes.span), touching: part, in: bytes.span, at: path, worker,
      minimum: options.minimumConfidence)
    let told = Set(explanation.rules.map(\.rule))
    explanation.rules += worker.nearMisses(in: part, of: bytes.span, path: path).filter {
      !told.contains($0.rule)
    }
    return explanation
  }
}

extension SightingResolver {
  /// What became of each match that touches a part of a content.
  func traces(
    _ matches: [SecretMatch], touching part: Range<Int>, in content: Span<UInt8>, at path: String,
    _ worker: any SecretMatchWorker, minimum: Confidence
  ) -> [RuleTrace] {
    let kept = judged(matches, in: content, at: path, worker)
    return matches.filter { $0.secret.overlaps(part) || part.contains($0.secret.lowerBound) }
      .map { match in
        let rule = matcher.ruleID(match.rule)
        guard match.isJudged else { return RuleTrace(rule: rule, outcome: .unjudged) }
        guard let secret = worker.assess(match, in: content, path: path) else {
          return RuleTrace(rule: rule, outcome: .rejected, steps: ["rejected by its filters"])
        }
        var trace = RuleTrace(
          rule: rule, outcome: secret.confidence < minimum ? .suspect : .reported,
          confidence: secret.confidence, preview: secret.value.preview, steps: secret.signals)
        if !kept.contains(where: { matches[$0.0] == match }),
          let other = kept.first(where: { matches[$0.0].secret.overlaps(match.secret) })
        {
          trace.outcome = .covered(by: other.1.rule.id)
        }
        return trace
      }
  }
}
