import ArgumentParser
import Foundation
import RulePacks

/// Says what a check of rules found, and ends with 1 where it found something.
enum RuleProblems {
  private struct Answer: Encodable {
    var rules: Int
    var problems: [LintProblem]
  }

  static func report(
    _ problems: [LintProblem], of packs: [RulePack], what: String, _ options: GlobalOptions
  ) throws {
    let rules = packs.map(\.rules.count).reduce(0, +)
    switch options.format {
    case .json:
      try JSONAnswer.write(Answer(rules: rules, problems: problems), options)
    case .text:
      for problem in problems { Console.print(problem.description) }
      if !options.quiet {
        let count = problems.isEmpty ? "no problems" : "\(problems.count) problems"
        Console.note("\(rules) rules in \(packs.count) packs, \(what): \(count)")
      }
    }
    if !problems.isEmpty { throw ExitCode(Int32(1)) }
  }
}
