import ArgumentParser
import RulePacks
import SecretScanning

struct RulesTest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run every example and counter-example of every rule; 1 if one fails.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var selection: RulesSelection

  @Flag(help: "Also write one example of each rule in every encoding that is searched.")
  var encodings = false

  func run() async throws {
    let packs = try selection.packs(examples: true, options)
    let problems: [LintProblem]
    do {
      problems = try ExampleRun.problems(in: packs, encodings: encodings)
    } catch let error as RulePackError {
      throw CommandFailure.usage(error.description)
    }
    try RuleProblems.report(problems, of: packs, what: "examples", options)
  }
}
