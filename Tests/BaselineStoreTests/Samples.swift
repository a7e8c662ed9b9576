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

  /// A finding with a value in each field.
  static var whole: Finding {
    var finding = finding(1, state: .falsePositive)
    finding.countedAs = .high
    finding.description = "A longer text"
    finding.cvss = CVSS(score: 9.8, vector: "CVSS:3.1/AV:N")
    finding.package = Package(
      purl: "pkg:pypi/flask", name: "Flask", installed: "2.2.2", fixedIn: ["2.2.5", "3.0"])
    finding.exposure = .refs
    finding.preview = "ghp_…x1"
    finding.remediation = "Upgrade"
    finding.references = ["https://example.org/1"]
    finding.related = ["sg1:code:other"]
    finding.firstSeen = "2026-01-02T03:04:05Z"
    finding.lastSeen = "2026-01-03T03:04:05Z"
    finding.stateReason = "expired"
    finding.failing = true
    finding.owner = "Ada"
    finding.suppressed = false
    finding.suppressionReason = "nosec"
    finding.signals = ["path"]
    finding.count = 3
    finding.witnesses[0].note = "verified"
    finding.locations[0].fillRest()
    finding.decision = DecisionSummary(decision: wholeDecision, status: .void)
    finding.decision?.voidReasons = ["expired 2026-11-15"]
    finding.decision?.commit = "abc"
    finding.decision?.broughtBy = "Ines"
    finding.decision?.broughtOn = "2026-11-20"
    finding.decision?.severityNow = .critical
    return finding
  }

  private static var wholeDecision: Decision {
    var decision = decision("sg1:code:1")
    decision.justification = "vulnerable_code_not_present"
    decision.approver = "Ines"
    decision.ticket = "EV-1"
    decision.title = "Use of a shell"
    return decision
  }

  static let bases: [IdentityBasis] = [
    .secret, .redacted, .dependency(scope: nil), .dependency(scope: "requirements.txt"),
    .code(rule: "r", path: "p", snippet: nil), .code(rule: "r", path: "p", snippet: "s"),
    .web(rule: "r", method: "GET", path: "/p", parameter: "q"),
    .evidence(check: "load", name: "p95"),
  ]

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

extension Location {
  fileprivate mutating func fillRest() {
    (column, endLine, inHead, exposure) = (4, 9, true, .head)
    (commit, author, date) = ("c1", "Ada <a@example.org>", "2026-01-02T03:04:05Z")
    (blob, object, manifest) = ("b1", "index", "requirements.txt")
    (url, method, parameter) = ("https://example.org/", "GET", "q")
    (image, layer) = ("shop:1", "sha256:00")
  }
}
