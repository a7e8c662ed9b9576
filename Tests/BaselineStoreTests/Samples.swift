import BaselineStore
import FindingModel
import Foundation
import TestSupport

/// Values that several suites use.
enum Samples {
  static let start = Timestamp(seconds: 1_767_323_045)

  static func decision(_ id: String, reason: String = "no untrusted input") -> Decision {
    var decision = Decision(
      id: id, kind: .acceptedRisk, reason: reason, owner: "Ada",
      created: Day(year: 2026, month: 11, day: 20), expires: Day(year: 2027, month: 1, day: 31))
    decision.aliases = ["CVE-2026-1234", "GHSA-xxxx-xxxx-xxxx"]
    decision.at = Decision.Circumstances(severity: .high)
    return decision
  }

  static func finding(_ number: Int, state: FindingState = .new) -> Finding {
    var finding = Finding(
      id: "sg1:code:\(number)", category: .code, severity: .high, severitySource: .tool,
      title: "Use of a shell", ruleID: "B602", identifiers: ["CWE-78"],
      locations: [Location(path: "src/module\(number).py", line: number + 1)],
      witnesses: [Witness(tool: "bandit", version: "1.8", ruleID: "B602", severity: "HIGH")])
    finding.state = state
    finding.basis = .code(rule: "B602", path: "src/module\(number).py", snippet: "abc\(number)")
    return finding
  }

  static func evidence(_ id: String, tool: String = "bandit", commit: String? = "c1") -> Evidence {
    var evidence = Evidence(
      id: id, tool: tool, category: .code, source: "run", outcome: .findings, looked: .yes,
      count: 1)
    evidence.commit = commit
    return evidence
  }

  static func outcome(_ findings: [Finding]) -> GateOutcome {
    var outcome = GateOutcome(
      verdict: findings.isEmpty ? .pass : .fail, headline: "x",
      scope: Scope(kind: "history", name: "demo"))
    outcome.findings = findings
    return outcome
  }
}

/// A folder with a store and a baseline.
struct Place {
  let directory: TemporaryDirectory
  var store: URL { directory.url.appending(path: "git/secgate/store.sqlite") }
  var folder: DecisionFolder {
    DecisionFolder(directory.url.appending(path: "baseline"), name: ".secgate/baseline")
  }

  init() throws { directory = try TemporaryDirectory() }

  func open(at time: Timestamp = Samples.start) throws -> BaselineStore {
    try BaselineStore.open(at: store, clock: .fixed(time))
  }
}
