import ArgumentParser

/// The commands about rule packs.
struct Rules: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List, show, test, check and measure the rules of the secret scanner.",
    subcommands: [RulesList.self, RulesShow.self, RulesTest.self, RulesLint.self, RulesBench.self])
}
