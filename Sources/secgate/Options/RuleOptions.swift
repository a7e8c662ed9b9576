import ArgumentParser
import BuiltInRules
import Foundation
import GateEngine
import RulePacks
import SecretScanning

/// Which rules are applied.
struct RuleOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Own rule packs, or a .gitleaks.toml, beside the built-in rules.", valueName: "file"))
  var rules: [String] = []

  @Flag(help: "Apply only the packs of --rules.")
  var onlyRules = false

  /// The files, and a folder that was swallowed as the last of them: it is the path to scan.
  func split(_ path: String?, _ global: GlobalOptions) -> (files: [String], path: String?) {
    guard path == nil, let last = rules.last else { return (rules, path) }
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(
      atPath: global.absolute(last), isDirectory: &isFolder)
    guard exists, isFolder.boolValue else { return (rules, path) }
    return (Array(rules.dropLast()), last)
  }

  /// - Throws: ``CommandFailure`` with everything that is wrong with the files.
  func matcher(_ files: [String], _ setup: JudgingSetup, _ global: GlobalOptions) throws
    -> RulePackMatcher
  {
    guard !onlyRules || !files.isEmpty else {
      throw CommandFailure.usage("--only-rules needs --rules: which rules shall be applied?")
    }
    return try Self.assembled(setup, files: files.map(global.absolute), builtIn: !onlyRules)
  }

  private static func options(_ settings: SecretSettings) -> MatcherOptions {
    MatcherOptions(disabled: Set(settings.disable), decodes: settings.decodeDepth > 0)
  }

  /// Whether a judgement applies the built-in rules as they are, and no others.
  static func isBuiltIn(_ setup: JudgingSetup) -> Bool {
    let settings = setup.configuration.secrets
    return settings.rules.isEmpty && options(settings) == MatcherOptions()
  }

  /// - Parameter files: absolute.
  static func assembled(
    _ setup: JudgingSetup, files: [String] = [], builtIn: Bool = true
  ) throws -> RulePackMatcher {
    let settings = setup.configuration.secrets
    let own = setup.toolTrust.isTrusted ? settings.rules.map { setup.project.root + "/" + $0 } : []
    do {
      var packs = builtIn ? BuiltInRules.packs() : []
      for file in own + files { packs += try RulePackFile.read(file) }
      return try RulePackMatcher(packs: packs, options: options(settings))
    } catch {
      throw CommandFailure.usage("\(error)")
    }
  }
}
