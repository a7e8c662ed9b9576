import ArgumentParser
import FindingModel

/// Walks the open findings, one a screen. Each decision is recorded at once, so that a review that
/// is left goes on where it stood.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Walk the open findings in the terminal and decide.")

  @OptionGroup var recorded: RecordedOptions

  @Option(help: "Who answers for the decisions; git's user unless given.")
  var owner: String?

  func run() async throws {
    guard let terminal = RawTerminal(), Console.isTerminal(.standardOutput) else {
      throw CommandFailure.usage(
        "review needs a terminal; elsewhere: secgate accept, secgate false-positive")
    }
    let desk = try DecisionDesk(try recorded.setup())
    let outcome = try await recorded.outcome(desk.setup)
    let open =
      outcome.findings.filter { $0.state.isOpen && $0.failing == true }
      + outcome.findings.filter { $0.state.isOpen && $0.failing != true }
    guard !open.isEmpty else {
      Console.print("nothing is open")
      return
    }
    var walk = ReviewWalk(
      findings: open, desk: desk, terminal: terminal, style: recorded.global.style,
      owner: owner ?? desk.actor)
    walk.run()
    if Interrupt.isRequested { throw CancellationError() }
  }
}
