import ArgumentParser
import FindingModel
import GateReporting

/// How a judging command ends: the answer, the reports that were asked for, the exit code.
struct VerdictAnswer {
  var global: GlobalOptions
  var reports: [ReportRequest]
  /// Findings below the confidence that counts are shown too.
  var showsSuspects = false

  /// Prints and exits; only a verdict of PASS returns.
  func give(_ judged: GateOutcome) throws {
    var outcome = judged
    if !showsSuspects { outcome.suspects = nil }
    try ReportFiles.write(reports, outcome, global)
    try print(outcome)
    GitHubAnnotations.print(outcome)
    if outcome.verdict != .pass { throw ExitCode(outcome.verdict.exitCode) }
  }

  private func print(_ outcome: GateOutcome) throws {
    let file = global.output.map { $0 == "-" ? $0 : global.absolute($0) }
    switch global.format {
    case .json: try ReportFiles.write(.json, outcome, to: file)
    case .text:
      let text =
        global.quiet
        ? VisibleText.make(outcome.headline) + "\n"
        : TerminalReport(style: global.style, all: global.verbose).render(outcome)
      try OutputFile.write(Array(text.utf8), to: file)
      // Whoever reads the file's name in a script still wants the verdict in the log.
      if let file, file != "-", !global.quiet { Console.note(VisibleText.make(outcome.headline)) }
    }
  }
}
