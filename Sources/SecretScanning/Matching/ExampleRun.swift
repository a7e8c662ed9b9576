import FindingModel
public import RulePacks

/// Searches the examples of all rules with all rules, as a scan would.
public enum ExampleRun {
  /// - Parameter encodings: whether examples of rules that are searched for in encoded text are
  ///   encoded in each way and searched again.
  /// - Throws: ``RulePackError`` where the packs cannot be used.
  public static func problems(in packs: [RulePack], encodings: Bool = true)
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
        problems += Self.problems(of: rule, number, worker, encodings: encodings).map {
          LintProblem(pack: pack.name, rule: rule.id, problem: $0)
        }
        number += 1
      }
    }
    return problems
  }

  private static func problems(
    of rule: Rule, _ number: Int, _ worker: RulePackWorker, encodings: Bool
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
    guard encodings, worker.isDecoded(number), let first = rule.examples.first else {
      return problems
    }
    for (name, bytes) in EncodedExample.all(ExampleText.unmarked(first)) {
      if best(bytes, number, worker) == nil {
        problems.append("example 1 is not found when written in \(name)")
      }
    }
    return problems
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
