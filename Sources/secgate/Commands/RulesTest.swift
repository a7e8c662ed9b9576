import ArgumentParser
import RulePacks

struct RulesTest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run every example and counter-example of every rule; 1 if one fails.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var selection: RulesSelection

  func run() async throws {
    let packs = try selection.packs(examples: true, options)
    let problems = ExampleCheck.problems(in: packs)
    try RuleProblems.report(problems, of: packs, what: "examples", options)
  }
}
