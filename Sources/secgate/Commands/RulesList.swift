import ArgumentParser
import FindingModel
import Foundation
import RulePacks

struct RulesList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the rules.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var selection: RulesSelection

  private struct Line: Encodable {
    var id: String
    var pack: String
    var provider: String
    var title: String
    var severity: Severity
    var confidence: Confidence
  }

  func run() async throws {
    let packs = try selection.packs(examples: false, options)
    let lines = packs.flatMap { pack in
      pack.rules.map {
        Line(
          id: $0.id, pack: pack.name, provider: $0.provider, title: $0.title,
          severity: $0.severity, confidence: $0.confidence)
      }
    }
    if options.format == .json { return try JSONAnswer.write(lines, options) }
    let width = lines.map(\.id.count).max() ?? 0
    for line in lines {
      let id = line.id.padding(toLength: width, withPad: " ", startingAt: 0)
      let severity = line.severity.rawValue.padding(toLength: 8, withPad: " ", startingAt: 0)
      let confidence = line.confidence.rawValue.padding(toLength: 6, withPad: " ", startingAt: 0)
      Console.print("\(id)  \(severity)  \(confidence)  \(line.title)")
    }
    if !options.quiet {
      let providers = Set(lines.map(\.provider)).count
      Console.note("\(lines.count) rules of \(providers) providers in \(packs.count) packs")
    }
  }
}
