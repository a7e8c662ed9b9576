import BaselineStore
import FindingModel
import Foundation

/// Decides and records without end, so that tests can kill it at any moment. Each acknowledged
/// decision is a line on standard output, written after `decide` has returned.
@main
enum StoreExerciser {
  /// store-exerciser STORE FOLDER PREFIX COUNT
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let count = Int(arguments[4]) else { exit(2) }
    // A file that grows beyond `ulimit -f` is then an error (EFBIG) and no death.
    signal(SIGXFSZ, SIG_IGN)
    do {
      let store = try BaselineStore.open(at: URL(filePath: arguments[1]))
      let folder = DecisionFolder(URL(filePath: arguments[2]))
      for number in 0..<count {
        let id = "sg1:sec:\(arguments[3])\(number)"
        try store.decide(decision(id), files: folder, by: arguments[3])
        FileHandle.standardOutput.write(Data((id + "\n").utf8))
        if number % 4 == 0 { try store.record(run(id)) }
      }
    } catch {
      FileHandle.standardError.write(Data("\(error.code.rawValue): \(error)\n".utf8))
      exit(error.code == .full ? 28 : 1)
    }
  }

  static func decision(_ id: String) -> Decision {
    var decision = Decision(
      id: id, kind: .acceptedRisk, reason: String(repeating: "because ", count: 60),
      owner: "Ada", created: Day(year: 2026, month: 1, day: 2),
      expires: Day(year: 2026, month: 3, day: 4))
    decision.at = Decision.Circumstances(severity: .high)
    return decision
  }

  static func run(_ id: String) -> RunRecord {
    let finding = Finding(
      id: id, category: .secret, severity: .high, severitySource: .rule, title: "A token",
      ruleID: "github-token")
    let evidence = Evidence(
      id: id, tool: "secgate", category: .secret, source: "run", outcome: .findings, looked: .yes)
    return RunRecord(
      results: [.init(evidence: evidence, findings: [finding])], findings: [finding])
  }
}
