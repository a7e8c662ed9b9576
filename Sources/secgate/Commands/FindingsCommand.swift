import ArgumentParser
import FindingModel
import GateEngine
import GateReporting

/// Look at what was found.
struct FindingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings", abstract: "List, show and explain what was found.",
    subcommands: [FindingsListCommand.self, FindingsShowCommand.self, FindingsExplainCommand.self],
    defaultSubcommand: FindingsListCommand.self)
}

/// The judgement of what is recorded now, decisions made since included.
struct RecordedOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions
  @OptionGroup var judging: JudgingOptions

  func setup() throws -> JudgingSetup { try judging.setup(try global.project(), global) }

  func outcome(_ setup: JudgingSetup) async throws -> GateOutcome {
    let job = GateJob(
      setup: setup, outputs: OwnOutputs.names, matcher: { try RuleOptions.assembled(setup) })
    let answer = try await GitFailures.worded { try await job.run(records: false) }
    Warnings.print(answer.warnings)
    return answer.outcome
  }

  /// The finding of an id, or of the only one that it begins.
  static func finding(_ id: String, in outcome: GateOutcome) throws -> Finding {
    let all = outcome.findings + (outcome.suspects ?? [])
    if let finding = all.first(where: { $0.id == id }) { return finding }
    let near = all.filter { $0.id.hasPrefix(id) }
    if near.count == 1, id.count >= 8 { return near[0] }
    throw CommandFailure.usage(
      "\(VisibleText.make(id)): no such finding is recorded for this commit; "
        + "secgate findings list names all, secgate scan looks anew")
  }
}

struct FindingsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List findings: severity, state, place, id.")

  @OptionGroup var recorded: RecordedOptions

  @Option(help: "Only this state: new, known, accepted, false_positive, …")
  var state: String?
  @Option(help: "Only this severity.")
  var severity: String?
  @Option(help: "Only what this tool saw.")
  var tool: String?
  @Option(help: ArgumentHelp("Only below or at this path.", valueName: "path"))
  var path: String?
  @Flag(help: "Findings below the confidence that counts, too.")
  var suspects = false

  func run() async throws {
    let state: FindingState? = try self.state.map { try EnumArgument.read($0) }
    let severity: Severity? = try self.severity.map { try EnumArgument.read($0) }
    let outcome = try await recorded.outcome(try recorded.setup())
    let findings = (outcome.findings + (suspects ? outcome.suspects ?? [] : [])).filter {
      (state == nil || $0.state == state) && (severity == nil || $0.counted == severity)
        && (tool == nil || $0.witnesses.contains { $0.tool == tool }) && isAt($0)
    }
    let global = recorded.global
    if global.format == .json { return try JSONAnswer.write(findings, global) }
    let lines = findings.map(Self.line)
    try OutputFile.write(
      Array((lines.map { $0 + "\n" }.joined()).utf8), to: global.output.map(global.absolute))
    if !global.quiet { Console.note("\(findings.count) findings") }
  }

  private func isAt(_ finding: Finding) -> Bool {
    guard let path else { return true }
    let wanted = path.hasSuffix("/") ? String(path.dropLast()) : path
    return finding.locations.contains { location in
      [location.path, location.manifest].compactMap { $0 }.contains {
        $0 == wanted || $0.hasPrefix(wanted + "/")
      }
    }
  }

  static func line(_ finding: Finding) -> String {
    let location = finding.locations.first
    var place =
      location?.path ?? location?.manifest ?? location?.url ?? location?.image ?? location?.object
      ?? ""
    if let line = location?.line { place += ":\(line)" }
    let words = [
      pad(finding.counted.rawValue, 8), pad(finding.state.rawValue, 14), finding.id,
      finding.title, place,
    ]
    return VisibleText.make(words.joined(separator: "  "))
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

struct FindingsShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show all of a finding.")

  @OptionGroup var recorded: RecordedOptions
  @Argument(help: "The finding's id, or its beginning.") var id: String

  func run() async throws {
    let global = recorded.global
    let outcome = try await recorded.outcome(try recorded.setup())
    let finding = try RecordedOptions.finding(id, in: outcome)
    if global.format == .json { return try JSONAnswer.write(finding, global) }
    var shown = GateOutcome(verdict: outcome.verdict, headline: "", scope: outcome.scope)
    shown.findings = [finding]
    let text = TerminalReport(style: global.style, all: true).renderFindings(shown)
    try OutputFile.write(Array(text.utf8), to: global.output.map(global.absolute))
  }
}

struct FindingsExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a finding has its state, severity and confidence, and what would change it.")

  @OptionGroup var recorded: RecordedOptions
  @Argument(help: "The finding's id, or its beginning.") var id: String

  func run() async throws {
    let global = recorded.global
    let outcome = try await recorded.outcome(try recorded.setup())
    let finding = try RecordedOptions.finding(id, in: outcome)
    let answer = FindingExplanation(finding, outcome)
    if global.format == .json { return try JSONAnswer.write(answer, global) }
    try OutputFile.write(Array(answer.text.utf8), to: global.output.map(global.absolute))
  }
}
