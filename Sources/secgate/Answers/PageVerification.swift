import ArgumentParser
import FindingModel
import Foundation
import GateEngine

/// Holds the digests that a page states against what this repository's store, evidence and files
/// give when they are judged again; nothing of the page is believed.
struct PageVerification {
  var setup: JudgingSetup
  var global: GlobalOptions

  /// - Throws: exit 1 where a digest differs, 3 where store or evidence is missing.
  func run(_ file: String) async throws {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw CommandFailure.usage("\(file) cannot be read")
    }
    let stated = Self.stated(String(decoding: bytes, as: UTF8.self))
    let last = try ReportCommand.last(setup.project)
    let now = try await judged(again: last, file)
    guard let digests = now.digests else {
      throw CommandFailure.broken("nothing can be computed: the judgement has no digests")
    }
    if let page = stated["Commit"], page != (now.scope.commit ?? "none") {
      let here = now.scope.commit ?? "no commit"
      guard page.allSatisfy(\.isHexDigit), page.count >= 40 else {
        return try fail(["commit"])
      }
      throw CommandFailure.broken(
        "the page is about commit \(page), and this is \(here): check that commit out")
    }
    let wrong = [
      ("policy", "Policy", digests.policy), ("baseline", "Baseline", digests.baseline),
      ("evidence", "Evidence", digests.evidence), ("verdict", "Verdict", digests.verdict),
    ].filter { stated[$0.1] != $0.2 }.map(\.0)
    guard wrong.isEmpty else { return try fail(wrong) }
    Console.print("the page states this repository's policy, baseline, evidence and verdict")
  }

  private func fail(_ parts: [String]) throws {
    Console.print(
      "the page does not state this repository's \(parts.joined(separator: ", "))")
    throw ExitCode(1)
  }

  /// The same judgement once more, as of its own moment, from the store's evidence.
  private func judged(again last: GateOutcome, _ file: String) async throws -> GateOutcome {
    let setup = setup
    let own = OwnOutputs.names + WrittenFiles.below(setup.project.root, file)
    let job = GateJob(
      setup: setup, asOf: last.scope.at, outputs: own,
      matcher: { try RuleOptions.assembled(setup) })
    let answer = try await GitFailures.worded { try await job.run(records: false) }
    Warnings.print(answer.warnings)
    guard last.scope.commit == answer.outcome.scope.commit else { return answer.outcome }
    let here = Set((answer.outcome.runs ?? []).map(\.id))
    let gone = (last.runs ?? []).filter { !here.contains($0.id) }.map(\.tool)
    guard gone.isEmpty else {
      throw CommandFailure.broken(
        "the evidence of \(Set(gone).sorted().joined(separator: ", ")) that the verdict stands on "
          + "is not in the store any more; run secgate scan")
    }
    return answer.outcome
  }

  /// Digests by their names in the page's last list. A page that names one twice states none.
  private static func stated(_ page: String) -> [String: String] {
    var found: [String: String] = [:]
    let row = /<dt>(Policy|Baseline|Evidence|Verdict|Commit)<\/dt>\s*<dd>([0-9a-z]*)<\/dd>/
    for match in page.matches(of: row) {
      let name = String(match.1)
      found[name] = found[name] == nil ? String(match.2) : "stated twice"
    }
    return found
  }
}
