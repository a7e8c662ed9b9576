import ArgumentParser
import PatternMatching
import RulePacks
import SecretScanning

struct RulesShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show all of a rule: pattern, literals, guard, window.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var selection: RulesSelection
  @Argument(help: "The rule's id.") var id: String

  private struct Answer: Encodable {
    var pack: String
    var rule: Rule
    /// Where it is looked for; nil for a rule about paths alone.
    var literals: [String]?
    var anchor: String?
    var guardWords: String?
    var windowBefore: Int?
    var windowAfter: Int?
    var isDecoded: Bool?
    var hitsPerMegabyte: Double?

    init(pack: String, rule: Rule, _ analysis: PatternAnalysis?) {
      self.pack = pack
      self.rule = rule
      literals = analysis?.literals
      anchor = analysis?.anchorClass.rawValue
      guardWords = analysis?.guardWords
      windowBefore = analysis?.windowBefore
      windowAfter = analysis?.windowAfter
      isDecoded = analysis?.isDecoded
      hitsPerMegabyte = analysis?.hitsPerMegabyte
    }
  }

  func run() async throws {
    let packs = try selection.packs(examples: true, options)
    for pack in packs {
      guard let rule = pack.rules.first(where: { $0.id == id }) else { continue }
      let analysis = try Self.analysis(of: rule)
      if options.format == .json {
        return try JSONAnswer.write(Answer(pack: pack.name, rule: rule, analysis), options)
      }
      let lines = RuleText.lines(rule, pack: pack.name) + RuleText.lines(analysis)
      return Console.print(lines.joined(separator: "\n"))
    }
    throw CommandFailure.usage("there is no rule \(id); `secgate rules list` names all")
  }

  private static func analysis(of rule: Rule) throws -> PatternAnalysis? {
    guard let source = rule.patternSource else { return nil }
    do {
      return try PatternSet([source]).analysis(0)
    } catch {
      throw CommandFailure.usage(error.description)
    }
  }
}
