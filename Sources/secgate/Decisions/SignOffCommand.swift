import ArgumentParser
import BaselineStore
import FindingModel
import Foundation
import GateEngine
import GateReporting
import GitHistory
import SecretScanning

/// Evidence that only a person can give.
struct SignOffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign-off", abstract: "State that a check was done by hand, for this commit.")

  @OptionGroup var global: GlobalOptions

  @Option(help: "Who did it.") var by: String
  @Option(help: "What was done and seen.") var note: String
  @Option(help: ArgumentHelp("The last day it holds, UTC.", valueName: "yyyy-mm-dd"))
  var expires: String
  @Option(help: ArgumentHelp("The commit; HEAD unless given.", valueName: "rev"))
  var commit: String = "HEAD"
  @Argument(help: "The check's name: sign-off.runbook.") var check: String

  func run() async throws {
    let project = try global.project(mustBeRepository: true)
    let day = try DayArgument.read(expires)
    let now = Timestamp(seconds: Int(Date().timeIntervalSince1970))
    guard day >= now.day else { throw CommandFailure.usage("--expires \(expires) is past") }
    let mask = try FreeTextMask.make()
    guard !mask.holdsSecret(note), !mask.holdsSecret(by) else {
      throw CommandFailure.usage("--note holds a secret itself; say it without")
    }
    guard let layout = project.layout else { return }
    let ids: (commit: String, tree: String)
    do {
      let repository = try project.open(layout)
      let id = try repository.commit(named: commit)
      ids = (id.description, try repository.commit(id).tree.description)
    } catch { throw CommandFailure.usage("\(error)") }
    let text = [check, by, note, expires, ids.commit].joined(separator: "\u{0}")
    var evidence = Evidence(
      id: SHA256.hexadecimal(text.utf8), tool: "sign-off", category: .evidence, source: "import",
      outcome: .clean, looked: .yes)
    (evidence.commit, evidence.tree, evidence.end) = (ids.commit, ids.tree, now)
    var measured = CheckMeasurement(name: check, status: "pass")
    (measured.by, measured.note, measured.expires) = (by, note, day)
    evidence.measurements = Measurements()
    evidence.measurements?.checks = [measured]
    evidence.target = check
    try EvidenceRecording.record(
      [RunRecord.Result(evidence: evidence, findings: [])], ids: ids, in: project)
    Console.print(VisibleText.make("signed off by \(by) until \(day): \(check)"))
  }
}
