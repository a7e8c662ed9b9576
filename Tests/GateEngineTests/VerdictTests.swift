import Documents
import FindingModel
import Testing

@testable import GateEngine

/// Section 2 of the design: verdicts, and their words.
struct VerdictTests {
  @Test func `a clean native scan passes without configuration`() throws {
    let outcome = Judge.judge(try Sample.input())
    #expect(outcome.verdict == .pass)
    #expect(outcome.headline == "PASS (secrets)")
    #expect(outcome.reasons.isEmpty)
  }

  @Test func `tools that apply and did not run are named in the verdict`() throws {
    var input = try Sample.input()
    input.notLookedAt = [
      NotLookedAt(tool: "trivy", reason: "is not installed"),
      NotLookedAt(tool: "pip-audit", reason: "is not installed"),
    ]
    let outcome = Judge.judge(input)
    #expect(outcome.verdict == .pass)
    #expect(outcome.headline == "PASS (secrets; not looked at: pip-audit, trivy)")
    #expect(outcome.reasons.map(\.code) == ["not-looked-at", "not-looked-at"])
  }

  @Test func `a tool that looked is named too where nothing is required`() throws {
    let outcome = Judge.judge(try Sample.input("", [Sample.result("bandit", .code, [])]))
    #expect(outcome.headline == "PASS (secrets, bandit)")
  }

  @Test func `a new high finding fails`() throws {
    let outcome = Judge.judge(try Sample.input(native: [Sample.secret("a")]))
    #expect(outcome.verdict == .fail)
    #expect(outcome.headline == "FAIL: 1 high open")
    #expect(outcome.reasons.first?.findings == [Sample.secret("a").id])
    #expect(outcome.counts.failing == 1)
  }

  @Test func `nothing that ran is never a pass`() throws {
    var input = try Sample.input()
    input.results = []
    let outcome = Judge.judge(input)
    #expect(outcome.verdict == .incomplete)
    #expect(outcome.headline == "INCOMPLETE (secrets not done)")
    #expect(outcome.conditions.first?.status == .notDone)
  }

  @Test(arguments: [ToolOutcome.broken, .partial])
  func `a tool that ran and broke or was cut short is incomplete`(_ outcome: ToolOutcome) throws {
    var result = Sample.result("bandit", .code, [], outcome)
    result.evidence.problems = ["killed after 10m"]
    let judged = Judge.judge(try Sample.input("", [result]))
    #expect(judged.verdict == .incomplete)
    #expect(
      judged.reasons.contains { $0.kind == .incomplete && $0.text.contains("killed after 10m") })
  }

  @Test func `evidence that is missing beside a failing finding is told, and the verdict is fail`()
    throws
  {
    let input = try Sample.input(
      """
      [[require]]
      check = "code.static"
      any_of = ["bandit"]
      """, native: [Sample.secret("a")])
    let outcome = Judge.judge(input)
    #expect(outcome.verdict == .fail)
    #expect(outcome.headline == "FAIL: 1 high open; evidence incomplete too")
    #expect(Set(outcome.reasons.map(\.code)) == ["open-findings", "not-done"])
  }

  @Test(arguments: Gap.Kind.allCases)
  func `each kind of gap makes it incomplete unless the policy allows the kind`(_ kind: Gap.Kind)
    throws
  {
    var input = try Sample.input()
    input.coverage?.gaps = [Gap(kind: kind, subject: "x", detail: "something")]
    #expect(Judge.judge(input).verdict == .incomplete)
    input.configuration = try Sample.effective("[policy]\nallow = [\"\(kind.rawValue)\"]")
    let allowed = Judge.judge(input)
    #expect(allowed.verdict == .pass)
    #expect(allowed.coverage?.gaps.first?.allowedBy == "policy.allow = \(kind.rawValue)")
    #expect(allowed.suppressions.contains { $0.kind == "gap-allowed" })
  }

  @Test func `an allow entry names one case, for a time`() throws {
    let entry = """
      [[allow]]
      kind = "match-limit"
      rule = "generic-password"
      path = "static/*.min.js"
      reason = "bundled, checked at its source"
      expires = 2026-11-25
      """
    var input = try Sample.input(entry)
    let covered = Gap(
      kind: .matchLimit, subject: "static/a.min.js", path: "static/a.min.js",
      rule: "generic-password", detail: "gave up")
    input.coverage?.gaps = [covered]
    #expect(Judge.judge(input).verdict == .pass)
    input.now = Timestamp("2026-11-26T00:00:00Z") ?? input.now
    #expect(Judge.judge(input).verdict == .incomplete)
    input.now = Sample.now
    input.coverage?.gaps = [
      Gap(
        kind: .matchLimit, subject: "src/a.js", path: "src/a.js", rule: "generic-password",
        detail: "")
    ]
    #expect(Judge.judge(input).verdict == .incomplete)
  }

  @Test func `a dirty tree is a gap only where the commit is asked about`() throws {
    var input = try Sample.input()
    input.scope = Sample.scope(dirty: true)
    let plain = Judge.judge(input)
    #expect(plain.verdict == .pass)
    #expect(plain.scope.notes == ["for the work tree, not for a commit"])
    input.configuration = try Sample.effective(
      "[[require]]\ncheck = \"secrets.history\"\nany_of = [\"secgate\"]")
    let asked = Judge.judge(input)
    #expect(asked.verdict == .incomplete)
    #expect(asked.coverage?.gaps.map(\.kind) == [.dirty])
  }

  @Test func `references that moved meanwhile are no pass`() throws {
    var input = try Sample.input()
    input.moved = ["refs/heads/main"]
    #expect(Judge.judge(input).headline == "INCOMPLETE (refs/heads/main moved)")
  }

  @Test func `a broken decision file is told by file, and nothing passes`() throws {
    var input = try Sample.input()
    input.baseline = Baseline(
      [],
      problems: [
        .init(
          .unknownKey, file: ".secgate/baseline/x.toml", line: 2, key: "onwer", "is no known key")
      ])
    let outcome = Judge.judge(input)
    #expect(outcome.verdict == .incomplete)
    #expect(outcome.reasons.first?.text.contains(".secgate/baseline/x.toml:2: onwer") == true)
  }

  @Test func `found is the sum of all states but fixed`() throws {
    var unreachable = Sample.secret("u", exposure: .unreachable)
    unreachable.severity = .critical
    let outcome = Judge.judge(try Sample.input(native: [Sample.secret("a"), unreachable]))
    let sum = outcome.counts.matrix.values.flatMap(\.values).reduce(0, +)
    #expect(outcome.counts.found == 2 && sum == 2)
    #expect(outcome.counts.failing == 1, "unreachable ones are listed and do not fail")
  }
}
