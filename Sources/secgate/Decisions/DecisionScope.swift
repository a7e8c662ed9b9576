import ArgumentParser
import FindingModel
import GateEngine
import GateReporting

/// What one act decides: findings by id, all that stand at a path alone, or an advisory in its
/// package wherever that is used. Never a rule by itself: what it finds tomorrow is new.
struct DecisionScope: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Instead of ids: every open finding that stands nowhere but at or below this path.",
      valueName: "path"))
  var path: String?

  @Flag(help: "Of dependencies: the advisory in this package, in every manifest and image.")
  var everyManifest = false

  @Argument(help: "Ids of findings.") var ids: [String] = []

  /// - Throws: exit 2 where nothing is meant, or more than what is there.
  func findings(in outcome: GateOutcome) throws -> [Finding] {
    guard path == nil || ids.isEmpty else {
      throw CommandFailure.usage("--path and ids exclude each other: which findings are meant?")
    }
    var findings = try ids.map { try RecordedOptions.finding($0, in: outcome) }
    if let path {
      findings = outcome.findings.filter { $0.state.isOpen && Self.stands($0, onlyAt: path) }
    }
    guard !findings.isEmpty else {
      throw CommandFailure.usage(
        path.map { "no open finding stands at \(VisibleText.make($0)) alone" }
          ?? "which findings? name their ids, or --path; secgate findings list names all")
    }
    guard everyManifest else { return findings }
    return try findings.map { finding in
      guard let everywhere = DecisionMaking.everywhere(finding) else {
        throw CommandFailure.usage(
          "\(VisibleText.make(finding.id)) is about no package: --every-manifest says nothing")
      }
      return everywhere
    }
  }

  /// A finding with more places than are kept is none of one path; equal code that stands several
  /// times in one file is.
  private static func stands(_ finding: Finding, onlyAt path: String) -> Bool {
    let wanted = path.hasSuffix("/") ? String(path.dropLast()) : path
    let places = finding.locations.map { $0.path ?? $0.manifest }
    let isWhole = finding.category == .code || (finding.count ?? 1) <= places.count
    return !places.isEmpty && isWhole
      && places.allSatisfy { $0 == wanted || $0?.hasPrefix(wanted + "/") == true }
  }
}
