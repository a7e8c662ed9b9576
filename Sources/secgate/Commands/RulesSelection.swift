import ArgumentParser
import BuiltInRules
import RulePacks

/// Which packs a command is about: the built-in ones, or files.
struct RulesSelection: ParsableArguments {
  @Option(
    name: .customLong("rules"), parsing: .upToNextOption,
    help: ArgumentHelp("Packs to use instead of the built-in ones.", valueName: "file"))
  var files: [String] = []

  @Option(
    name: .customLong("rule"), help: ArgumentHelp("Only this rule; repeatable.", valueName: "id"))
  var only: [String] = []

  /// - Throws: ``CommandFailure`` with everything that is wrong with the files.
  func packs(examples: Bool, _ options: GlobalOptions) throws -> [RulePack] {
    var packs: [RulePack] = []
    if files.isEmpty {
      packs = BuiltInRules.packs(examples: examples)
    } else {
      var problems: [String] = []
      for file in files {
        do {
          packs += try RulePackFile.read(options.absolute(file))
        } catch {
          problems.append(error.description)
        }
      }
      problems += RulePackSet.duplicates(in: packs).map(\.description)
      guard problems.isEmpty else {
        throw CommandFailure.usage(problems.joined(separator: "\n"))
      }
    }
    if only.isEmpty { return packs }
    let known = Set(packs.flatMap { $0.rules.map(\.id) })
    if let unknown = only.first(where: { !known.contains($0) }) {
      throw CommandFailure.usage("there is no rule \(unknown); `secgate rules list` names all")
    }
    return packs.map { pack in
      var pack = pack
      pack.rules.removeAll { !only.contains($0.id) }
      return pack
    }
  }
}
