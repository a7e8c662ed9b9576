import FindingModel
public import RulePacks

/// Searches the examples of all rules with all rules, as a scan would.
public enum ExampleRun {
  /// Examples of rules that are searched for in encoded text are encoded in each way and searched
  /// again.
  ///
  /// - Throws: ``RulePackError`` where the packs cannot be used.
  public static func problems(in packs: [RulePack])
    throws -> [LintProblem]
  {
    var options = MatcherOptions()
    options.ignoresPaths = true
    let matcher = try RulePackMatcher(packs: packs, options: options)
    let worker = try RulePackWorker(matcher)
    var problems: [LintProblem] = []
    var number = 0
    for pack in packs {
      for rule in pack.rules where number < matcher.ruleCount {
        guard matcher.ruleID(number) == rule.id else { continue }
        problems += Self.problems(of: rule, number, worker).map {
          LintProblem(pack: pack.name, rule: rule.id, problem: $0)
        }
        number += 1
      }
    }
    return problems
  }

  private static func problems(
    of rule: Rule, _ number: Int, _ worker: RulePackWorker
  ) -> [String] {
    var problems: [String] = []
    for (index, example) in rule.examples.enumerated() {
      let bytes = Array(ExampleText.unmarked(example).utf8)
      switch best(bytes, number, worker) {
      case nil: problems.append("example \(index + 1) is not found")
      case .low?: problems.append("example \(index + 1) is a suspect only")
      default: break
      }
    }
    for (index, example) in rule.counterExamples.enumerated() {
      let bytes = Array(ExampleText.unmarked(example).utf8)
      if let confidence = best(bytes, number, worker), confidence > .low {
        problems.append("counter-example \(index + 1) is found")
      }
    }
    if worker.isDecoded(number) { problems += Self.unread(rule, number, worker) }
    return problems
  }

  /// The encodings in which no example is found. One is enough: of several literals of a rule, only
  /// the distinctive ones are looked for in encoded text.
  private static func unread(_ rule: Rule, _ number: Int, _ worker: RulePackWorker) -> [String] {
    var missing: [String] = []
    for example in rule.examples {
      let written = EncodedExample.all(ExampleText.unmarked(example))
      let names = written.filter { best($0.bytes, number, worker) == nil }.map(\.name)
      missing = example == rule.examples.first ? names : missing.filter(names.contains)
      if missing.isEmpty { break }
    }
    return missing.map { "no example is found when written in \($0)" }
  }

  /// The highest confidence that the rule has in anything; nil where it finds nothing.
  private static func best(_ bytes: [UInt8], _ rule: Int, _ worker: RulePackWorker)
    -> Confidence?
  {
    let matches = (try? worker.matches(in: bytes.span)) ?? []
    return matches.filter { $0.rule == rule && $0.isJudged }.compactMap {
      worker.assess($0, in: bytes.span, path: nil)?.confidence
    }.max()
  }
}
