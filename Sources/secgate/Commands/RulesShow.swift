import ArgumentParser
import PatternMatching
import RulePacks

struct RulesShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show all of a rule: pattern, literals, guard, window.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var selection: RulesSelection
  @Argument(help: "The rule's id.") var id: String

  private struct Answer: Encodable {
    var pack: String
    var rule: Rule
  }

  func run() async throws {
    let packs = try selection.packs(examples: true, options)
    for pack in packs {
      guard let rule = pack.rules.first(where: { $0.id == id }) else { continue }
      if options.format == .json {
        return try JSONAnswer.write(Answer(pack: pack.name, rule: rule), options)
      }
      return Console.print(RuleText.lines(rule, pack: pack.name).joined(separator: "\n"))
    }
    throw CommandFailure.usage("there is no rule \(id); `secgate rules list` names all")
  }
}
