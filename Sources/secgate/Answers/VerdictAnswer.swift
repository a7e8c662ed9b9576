import ArgumentParser
import FindingModel
import Foundation
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
    let failures = try ReportFiles.write(reports, outcome, global)
    try print(outcome)
    annotate(outcome)
    for failure in failures { Console.error(failure.message) }
    if outcome.verdict != .pass { throw ExitCode(outcome.verdict.exitCode) }
    if let failure = failures.first { throw ExitCode(failure.status) }
  }

  private func print(_ outcome: GateOutcome) throws {
    let file = global.output.map { $0 == "-" ? $0 : global.absolute($0) }
    switch global.format {
    case .json:
      try OutputFile.write(try JSONReport().bytes(of: outcome), to: file)
    case .text:
      let text =
        global.quiet
        ? VisibleText.make(outcome.headline) + "\n"
        : TerminalReport(style: global.style, all: global.verbose).render(outcome)
      if file == nil, reports.contains(where: { $0.file == "-" }) {
        // Standard output is the report's.
        return Console.write(text, to: .standardError)
      }
      try OutputFile.write(Array(text.utf8), to: file)
      // Whoever reads the file's name in a script still wants the verdict in the log.
      if let file, file != "-", !global.quiet { Console.note(VisibleText.make(outcome.headline)) }
    }
  }

  /// GitHub Actions reads its workflow commands from both streams.
  private func annotate(_ outcome: GateOutcome) {
    guard ProcessInfo.processInfo.environment["GITHUB_ACTIONS"] == "true",
      !reports.contains(where: { $0.format == .annotations }),
      let bytes = try? AnnotationsReport(.github).bytes(of: outcome)
    else { return }
    Console.write(bytes, to: .standardError)
  }
}
