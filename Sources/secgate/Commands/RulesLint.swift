import ArgumentParser
import RulePacks

struct RulesLint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check that rules are complete and their patterns are fast; 1 if one is not.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var selection: RulesSelection

  func run() async throws {
    let packs = try selection.packs(examples: true, options)
    try RuleProblems.report(RuleLint.problems(in: packs), of: packs, what: "lint", options)
  }
}
