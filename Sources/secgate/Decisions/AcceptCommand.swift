import ArgumentParser
import BaselineStore
import FindingModel
import GateEngine

/// A risk that somebody takes, for a time.
struct AcceptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Accept the risk of findings until a day.")

  @OptionGroup var recorded: RecordedOptions
  @OptionGroup var decision: DecisionOptions

  @Option(help: ArgumentHelp("The last day it holds, UTC.", valueName: "yyyy-mm-dd"))
  var expires: String

  @Flag(help: "Something else already keeps it from doing harm.")
  var mitigated = false

  @OptionGroup var scope: DecisionScope

  func run() async throws {
    let desk = try DecisionDesk(try recorded.setup())
    let outcome = try await recorded.outcome(desk.setup)
    let findings = try scope.findings(in: outcome)
    try desk.decide(
      mitigated ? .mitigated : .acceptedRisk, on: findings, try decision.words(expires: expires))
  }
}

/// A finding that is none.
struct FalsePositiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "false-positive", abstract: "Say that findings are none, and why.")

  @OptionGroup var recorded: RecordedOptions
  @OptionGroup var decision: DecisionOptions

  @Option(help: ArgumentHelp("The last day it holds, UTC; none needed.", valueName: "yyyy-mm-dd"))
  var expires: String?

  @OptionGroup var scope: DecisionScope

  func run() async throws {
    let desk = try DecisionDesk(try recorded.setup())
    let outcome = try await recorded.outcome(desk.setup)
    let findings = try scope.findings(in: outcome)
    try desk.decide(.falsePositive, on: findings, try decision.words(expires: expires))
  }
}

/// Takes decisions back.
struct ReopenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Take decisions back: the findings are open again.")

  @OptionGroup var recorded: RecordedOptions
  @Argument(help: "Ids of decided findings, or check:NAME.") var ids: [String]

  func run() async throws {
    let desk = try DecisionDesk(try recorded.setup())
    for id in ids { _ = try DecidedFinding.decision(id, desk.setup) }
    try desk.withdraw(ids)
    for id in ids { Console.print("open again: \(id)") }
  }
}

/// Moves the expiry of a decision.
struct RenewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew", abstract: "Decide anew until a later day, under what holds today.")

  @OptionGroup var recorded: RecordedOptions

  @Option(help: ArgumentHelp("The last day it holds, UTC.", valueName: "yyyy-mm-dd"))
  var expires: String

  @Argument(help: "Ids of decided findings.") var ids: [String]

  func run() async throws {
    let desk = try DecisionDesk(try recorded.setup())
    let day = try DayArgument.read(expires)
    let outcome = try await recorded.outcome(desk.setup)
    let renewed = try DecisionDesk.worded { () throws(DecisionRefusal) in
      var renewed: [Decision] = []
      for id in ids {
        guard let old = desk.setup.decisions.decisions.first(where: { $0.id == id }) else {
          throw DecisionRefusal(["nothing is decided on \(id)"])
        }
        let finding = outcome.findings.first { $0.id == id }
        renewed.append(try desk.making.renew(old, on: finding, expires: day))
      }
      return renewed
    }
    try desk.decide(renewed)
    desk.tell(renewed)
  }
}

/// Lets a required check be missing for a few days, in the open.
struct WaiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waive", abstract: "Go without a required check for 7 days at most, in the open.")

  @OptionGroup var recorded: RecordedOptions
  @OptionGroup var decision: DecisionOptions

  @Option(help: ArgumentHelp("The last day it holds, UTC.", valueName: "yyyy-mm-dd"))
  var expires: String

  @Argument(help: "The check's name.") var check: String

  func run() async throws {
    let desk = try DecisionDesk(try recorded.setup())
    let words = try decision.words(expires: expires)
    let required = desk.setup.configuration.requirements
    let waiver = try DecisionDesk.worded { () throws(DecisionRefusal) in
      try desk.making.waive(check, words, requirements: required)
    }
    try desk.decide([waiver])
    desk.tell([waiver])
  }
}

/// The decision on an id in the judged tree's text.
enum DecidedFinding {
  static func decision(_ id: String, _ setup: JudgingSetup) throws -> Decision {
    guard let decision = setup.decisions.decisions.first(where: { $0.id == id }) else {
      throw CommandFailure.usage("nothing is decided on \(id)")
    }
    return decision
  }
}
