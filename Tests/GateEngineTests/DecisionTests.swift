import FindingModel
import Testing

@testable import GateEngine

/// Section 7 of the design: a decision is a record, and it voids itself.
struct DecisionTests {
  private func judged(
    _ finding: Finding, _ decision: Decision, configuration: String = "",
    at now: Timestamp = Sample.now, author: String? = nil
  ) throws -> (finding: Finding, outcome: GateOutcome) {
    let tool = finding.witnesses[0].tool
    var input = try Sample.input(
      configuration, native: finding.category == .secret ? [finding] : [],
      finding.category == .secret ? [] : [Sample.result(tool, finding.category, [finding])])
    input.now = now
    input.baseline = Baseline([decision])
    if let author {
      input.baseline.provenance[decision.id] = Provenance(
        commit: Sample.other, author: author, date: "2026-11-20T00:00:00Z")
    }
    let outcome = Judge.judge(input)
    return (try #require(outcome.findings.first), outcome)
  }

  private let dependency = Sample.merged([
    Sample.result("trivy", .dependency, [Sample.advisory("trivy", ["CVE-2026-1", "GHSA-a-b-c"])])
  ])[0]

  @Test(arguments: [
    (Decision.Kind.acceptedRisk, FindingState.accepted), (.falsePositive, .falsePositive),
    (.mitigated, .mitigated), (.known, .known),
  ])
  func `each kind gives its state and lets the finding pass`(
    _ kind: Decision.Kind, _ state: FindingState
  ) throws {
    let secret = Sample.secret("a")
    let (finding, outcome) = try judged(secret, Sample.decision(on: secret, kind))
    #expect(finding.state == state)
    #expect(finding.failing == false)
    #expect(outcome.verdict == .pass)
    #expect(outcome.decisions.map(\.status) == [.valid])
  }

  @Test func `it is valid through the day it expires on, UTC, and fails after`() throws {
    let secret = Sample.secret("a")
    let decision = Sample.decision(on: secret, days: 0)
    let last = try #require(Timestamp("2026-11-25T23:59:59Z"))
    #expect(try judged(secret, decision, at: last).finding.state == .accepted)
    let (finding, outcome) = try judged(
      secret, decision, at: Timestamp(seconds: last.seconds + 1))
    #expect(finding.state == .expired)
    #expect(finding.stateReason == "expired 2026-11-25")
    #expect(outcome.verdict == .fail)
    #expect(outcome.decisions.first?.voidReasons == ["expired 2026-11-25"])
  }

  @Test func `it voids itself when the severity rises and not when it falls`() throws {
    let secret = Sample.secret("a", .high)
    var decision = Sample.decision(on: secret)
    decision.at?.severity = .medium
    #expect(try judged(secret, decision).finding.stateReason == "severity medium → high")
    decision.at?.severity = .critical
    #expect(try judged(secret, decision).finding.state == .accepted)
  }

  @Test func `it voids itself when a fix appears where there was none`() throws {
    var fixed = Sample.advisory("trivy", ["CVE-2026-1", "GHSA-a-b-c"], fix: ["2.0.1"])
    let decision = Sample.decision(on: dependency)
    #expect(try judged(fixed, decision).finding.stateReason == "a fix is there now: 2.0.1")
    fixed.package?.fixedIn = []
    #expect(try judged(fixed, decision).finding.state == .accepted)
    var known = decision
    known.at?.fix = "2.0.1"
    fixed.package?.fixedIn = ["2.0.1", "2.1"]
    #expect(try judged(fixed, known).finding.state == .accepted)
  }

  @Test func `it voids itself when the advisory set grows by a CVE or GHSA`() throws {
    let decision = Sample.decision(on: dependency)
    let grown = Sample.advisory("trivy", ["CVE-2026-1", "GHSA-a-b-c", "CVE-2026-2"])
    #expect(try judged(grown, decision).finding.stateReason == "not decided on: CVE-2026-2")
    let named = Sample.advisory("trivy", ["CVE-2026-1", "GHSA-a-b-c", "PYSEC-2026-4"])
    #expect(try judged(named, decision).finding.state == .accepted)
  }

  @Test func `it matches by overlap when the primary advisory changes, and is then made anew`()
    throws
  {
    var decision = Sample.decision(on: dependency)
    decision.id = "sg1:dep:GHSA-a-b-c:pkg:pypi/urllib3:requirements.txt"
    decision.aliases = ["GHSA-a-b-c"]
    let (finding, _) = try judged(dependency, decision)
    #expect(finding.state == .expired)
    #expect(finding.stateReason == "not decided on: CVE-2026-1")
    decision.aliases = ["CVE-2026-1", "GHSA-a-b-c"]
    #expect(try judged(dependency, decision).finding.state == .accepted)
  }

  @Test func `it does not reach another package or manifest`() throws {
    let decision = Sample.decision(on: dependency)
    let elsewhere = Sample.advisory("trivy", ["CVE-2026-1"], scope: "b/requirements.txt")
    #expect(try judged(elsewhere, decision).finding.state == .new)
    let other = Sample.advisory("trivy", ["CVE-2026-1"], package: "requests")
    #expect(try judged(other, decision).finding.state == .new)
  }

  @Test func `it voids itself when the count grows`() throws {
    var secret = Sample.secret("a")
    let decision = Sample.decision(on: secret)
    secret.count = 2
    #expect(try judged(secret, decision).finding.stateReason == "stands in 2 places, decided for 1")
  }

  @Test func `a second copy of accepted code is new and voids the first's decision`() throws {
    let first = Sample.merged([Sample.result("bandit", .code, [Sample.code(10)])])[0]
    var input = try Sample.input(
      "", [Sample.result("bandit", .code, [Sample.code(10), Sample.code(20)])])
    input.baseline = Baseline([Sample.decision(on: first)])
    let states = Judge.judge(input).findings.map(\.state)
    #expect(Set(states) == [.expired, .new])
  }

  @Test func `expired beats known`() throws {
    let secret = Sample.secret("a")
    var input = try Sample.input(native: [secret])
    input.base = BaseKnowledge(
      reference: "main", commit: Sample.other,
      history: BaseHistory(addedCommits: [], addedBlobs: [], baseObjects: { _ in true }))
    #expect(Judge.judge(input).findings[0].state == .known)
    input.baseline = Baseline([Sample.decision(on: secret, days: -1)])
    #expect(Judge.judge(input).findings[0].state == .expired)
    #expect(Judge.judge(input).verdict == .fail)
  }

  @Test func `what the policy requires must be there, however the file was written`() throws {
    let secret = Sample.secret("a")
    var decision = Sample.decision(on: secret)
    decision.expires = nil
    #expect(
      try judged(secret, decision).finding.stateReason
        == "has no expires, which the policy requires")
    decision = Sample.decision(on: secret, days: 90)
    #expect(
      try judged(secret, decision).finding.stateReason
        == "expires more than 90 days after it was made (high)")
    let rules =
      "[policy.accept]\nrequire = [\"reason\", \"owner\", \"expires\", \"approver\", \"ticket\"]"
    #expect(
      try judged(secret, Sample.decision(on: secret), configuration: rules).finding.stateReason
        == "has no approver, which the policy requires; has no ticket, which the policy requires")
  }

  @Test(arguments: ["Ada", " ada ", "Bo <bo@example.org>", "bo@example.org"])
  func `the approver is neither the owner nor whoever committed it`(_ approver: String) throws {
    let secret = Sample.secret("a")
    var decision = Sample.decision(on: secret)
    decision.approver = approver
    let (finding, _) = try judged(secret, decision, author: "Bo <bo@example.org>")
    #expect(finding.state == .expired)
    decision.approver = "Cleo"
    #expect(try judged(secret, decision, author: "Bo <bo@example.org>").finding.state == .accepted)
  }

  @Test func `a decision from the future does not count`() throws {
    let secret = Sample.secret("a")
    var decision = Sample.decision(on: secret)
    decision.created = Sample.day(30)
    #expect(try judged(secret, decision).finding.state == .expired)
  }

  @Test func `who brought it in stands beside it`() throws {
    let secret = Sample.secret("a")
    let (_, outcome) = try judged(
      secret, Sample.decision(on: secret), author: "Bo <bo@example.org>")
    #expect(outcome.decisions.first?.broughtBy == "Bo <bo@example.org>")
    #expect(outcome.decisions.first?.commit == Sample.other)
  }

  @Test
  func `a decision whose finding is gone is stale after a whole run, and never after a cut one`()
    throws
  {
    var input = try Sample.input()
    input.baseline = Baseline([Sample.decision(on: Sample.secret("gone"))])
    #expect(Judge.judge(input).decisions.map(\.status) == [.stale])
    #expect(Judge.judge(input).verdict == .pass)
    input.coverage?.gaps = [Gap(kind: .missing, subject: "x", detail: "")]
    #expect(Judge.judge(input).decisions.isEmpty)
  }

  @Test func `a renamed file keeps its decision, and a lost one is named`() throws {
    let old = Sample.merged([Sample.result("bandit", .code, [Sample.code(4, path: "old.py")])])[0]
    var decision = Sample.decision(on: old)
    decision.title = old.title
    var input = try Sample.input(
      "", [Sample.result("bandit", .code, [Sample.code(9, path: "new.py")])])
    input.baseline = Baseline([decision])
    let lost = Judge.judge(input).findings[0]
    #expect(lost.state == .new)
    #expect(lost.stateReason?.contains(old.id) == true)
    input.renames = { _ in ["new.py": "old.py"] }
    #expect(Judge.judge(input).findings[0].state == .accepted)
  }

  @Test func `a waiver names a required check, and the verdict begins with it`() throws {
    let rules = "[[require]]\ncheck = \"dependencies.python\"\nany_of = [\"pip-audit\"]"
    var input = try Sample.input(rules)
    #expect(Judge.judge(input).verdict == .incomplete)
    var waiver = Decision(
      id: "check:dependencies.python", kind: .waiver, reason: "feed is down", owner: "Ada",
      created: Sample.today, expires: Sample.day(7))
    waiver.approver = "Bo"
    input.baseline = Baseline([waiver])
    let outcome = Judge.judge(input)
    #expect(outcome.verdict == .pass)
    #expect(outcome.headline == "PASS with 1 waiver")
    #expect(outcome.conditions.last?.status == .waived)
    for change in [\Decision.approver, \Decision.ticket] where change == \Decision.approver {
      var bad = waiver
      bad[keyPath: change] = nil
      input.baseline = Baseline([bad])
      #expect(Judge.judge(input).verdict == .incomplete)
    }
    var long = waiver
    long.expires = Sample.day(8)
    input.baseline = Baseline([long])
    #expect(Judge.judge(input).verdict == .incomplete)
  }

  @Test func `the native scan cannot be waived`() throws {
    var input = try Sample.input()
    input.results = []
    var waiver = Decision(
      id: "check:secrets", kind: .waiver, reason: "x", owner: "Ada", created: Sample.today,
      expires: Sample.day(1))
    waiver.approver = "Bo"
    input.baseline = Baseline([waiver])
    let outcome = Judge.judge(input)
    #expect(outcome.verdict == .incomplete)
    #expect(outcome.decisions.first?.voidReasons == ["the native secret scan cannot be waived"])
  }

  @Test func `a waiver lets no finding pass`() throws {
    let secret = Sample.secret("a")
    var decision = Sample.decision(on: secret)
    decision.kind = .waiver
    #expect(try judged(secret, decision).outcome.verdict == .fail)
  }
}
