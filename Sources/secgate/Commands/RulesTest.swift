import ArgumentParser
import RulePacks
import SecretScanning

struct RulesTest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run all examples of all rules, in every encoding that is searched; 1 if one fails.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var selection: RulesSelection

  func run() async throws {
    let packs = try selection.packs(examples: true, options)
    let problems: [LintProblem]
    do {
      problems = try ExampleRun.problems(in: packs)
    } catch let error as RulePackError {
      throw CommandFailure.usage(error.description)
    }
    try RuleProblems.report(problems, of: packs, what: "examples", options)
  }
}
