import ArgumentParser
import BaselineStore
import FindingModel
import Foundation
import GateEngine
import GateReporting

/// The decisions as a whole.
struct BaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "Adopt, import, export, prune and verify decisions.",
    subcommands: [
      BaselineAdoptCommand.self, BaselineImportCommand.self, BaselineExportCommand.self,
      BaselineDiffCommand.self, BaselinePruneCommand.self, BaselineVerifyCommand.self,
    ])
}

struct BaselineAdoptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: "Start from here: every open finding is known until a day.")

  @OptionGroup var recorded: RecordedOptions
  @Option(help: "Who answers for it.") var owner: String
  @Option(help: ArgumentHelp("The last day it holds, UTC.", valueName: "yyyy-mm-dd"))
  var expires: String
  @Option(help: "Why.") var reason: String = "adopted: was there when secgate came"
  @Flag(help: "Adopt a second time.") var again = false

  func run() async throws {
    let desk = try DecisionDesk(try recorded.setup())
    let adopted = desk.setup.decisions.decisions.count { $0.kind == .known }
    guard again || adopted == 0 else {
      throw CommandFailure.usage(
        "\(adopted) findings were adopted already; what came since is new and must be decided, "
          + "or say --again")
    }
    let outcome = try await recorded.outcome(desk.setup)
    var words = DecisionWords(reason: reason, owner: owner)
    words.expires = try DayArgument.read(expires)
    let said = words
    let decisions = try DecisionDesk.worded { () throws(DecisionRefusal) in
      try desk.making.adopt(outcome.findings, said)
    }
    try desk.decide(decisions)
    desk.tell(decisions)
  }
}

struct BaselineImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take over what another tool's ignore file or baseline hides of what is found here.")

  @OptionGroup var recorded: RecordedOptions
  @Option(help: "Who answers for it.") var owner: String
  @Option(help: ArgumentHelp("Where the file names no day.", valueName: "yyyy-mm-dd"))
  var expires: String?
  @Option(help: "In place of the file's own reasons.") var reason: String = ""
  @Argument(help: ".gitleaksignore, .secrets.baseline, .trivyignore, OpenVEX, ….")
  var files: [String]

  func run() async throws {
    let desk = try DecisionDesk(try recorded.setup())
    let outcome = try await recorded.outcome(desk.setup)
    var words = DecisionWords(reason: reason, owner: owner)
    words.expires = try expires.map(DayArgument.read)
    var decisions: [Decision] = []
    for file in files {
      let bytes = try EvidenceBytes.read(file, recorded.global)
      let said = words
      let (taken, notes) = try DecisionDesk.worded { () throws(DecisionRefusal) in
        let foreign = try ForeignBaselineReader.read(bytes, name: file)
        let (found, unused) = foreign.matched(to: outcome.findings)
        var taken: [Decision] = []
        for (entry, finding) in found {
          taken.append(try desk.making.take(entry, on: finding, said))
        }
        return (taken, foreign.problems + unused.map { "hides nothing found here: \($0.words)" })
      }
      decisions += taken
      for note in notes { Console.note(VisibleText.make("\(file): \(note)")) }
    }
    guard !decisions.isEmpty else { throw CommandFailure.usage("no entry hides a finding here") }
    try desk.decide(decisions)
    desk.tell(decisions)
  }
}

struct BaselineExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write all decisions as one JSON list, or those about packages as OpenVEX.")

  @OptionGroup var recorded: RecordedOptions

  @Flag(help: "As OpenVEX, as a file name that ends in .openvex.json says too.")
  var openvex = false

  func run() async throws {
    let file = recorded.global.output
    if openvex || file?.hasSuffix(".openvex.json") == true {
      var outcome = try await recorded.outcome(try recorded.setup())
      outcome.findings.removeAll { $0.decision == nil }
      do {
        return try ReportFiles.write(
          .openvex, ReportStyle(), outcome,
          to: file.map { $0 == "-" ? $0 : recorded.global.absolute($0) },
          quiet: recorded.global.quiet)
      } catch let refusal as ReportRefusal {
        throw CommandFailure.usage(refusal.reason)
      }
    }
    try JSONAnswer.write(try recorded.setup().decisions.decisions, recorded.global)
  }
}

struct BaselineDiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "What the decisions here differ in from those of the base.")

  @OptionGroup var recorded: RecordedOptions

  func run() async throws {
    let setup = try recorded.setup()
    guard setup.request.base != nil else {
      throw CommandFailure.usage("differ from what? --base origin/main")
    }
    let difference = BaselineDifference(
      from: setup.baseline.decisions, to: setup.decisions.decisions)
    var lines = difference.added.map { "added    \($0.kind.rawValue)  \($0.id)" }
    lines += difference.removed.map { "removed  \($0.kind.rawValue)  \($0.id)" }
    lines += difference.changed.map { "changed  \($0.after.kind.rawValue)  \($0.after.id)" }
    for line in lines { Console.print(VisibleText.make(line)) }
    Console.note("\(lines.count) decisions differ")
  }
}

struct BaselinePruneCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Remove decisions whose finding is gone.")

  @OptionGroup var recorded: RecordedOptions
  @Flag(help: "Only list them.") var dryRun = false

  func run() async throws {
    let desk = try DecisionDesk(try recorded.setup())
    let outcome = try await recorded.outcome(desk.setup)
    guard outcome.verdict != .incomplete else {
      throw CommandFailure.broken(
        "not everything was looked at: a finding that nobody looked for is not gone; "
          + "see secgate gate")
    }
    let stale = outcome.decisions.filter { $0.status == .stale }.map(\.decision.id)
    if !dryRun, !stale.isEmpty { try desk.withdraw(stale) }
    for id in stale { Console.print(VisibleText.make((dryRun ? "stale: " : "removed: ") + id)) }
    Console.note("\(stale.count) stale decisions")
  }
}

struct BaselineVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every decision file; 1 if something is wrong.")

  @OptionGroup var recorded: RecordedOptions

  func run() async throws {
    let setup = try recorded.setup()
    for problem in setup.decisions.problems {
      Console.print(VisibleText.make("\(problem)"))
    }
    if !recorded.global.quiet {
      Console.note(
        "\(setup.decisions.decisions.count) decisions, \(setup.decisions.problems.count) problems")
    }
    if !setup.decisions.problems.isEmpty { throw ExitCode(1) }
  }
}
