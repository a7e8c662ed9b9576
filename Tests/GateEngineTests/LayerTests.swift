import FindingModel
import ScannerRunner
import SecretScanning
import Testing

@testable import GateEngine

/// Section 3 and 8: flags, environment and head may only tighten what the base says.
struct LayerTests {
  private func effective(_ base: String, _ head: String, failOn: Severity? = nil) throws
    -> EffectiveConfiguration
  {
    try EffectiveConfiguration(
      base: try Sample.configuration(base), head: try Sample.configuration(head),
      overrides: Overrides(failOn: failOn), source: "origin/main")
  }

  @Test func `the flag goes before the environment, and that before the file`() throws {
    let both = try Overrides.read(flag: "critical", environment: { _ in "low" })
    #expect(both.failOn == .critical)
    let variable = try Overrides.read(
      flag: nil, environment: { $0 == "SECGATE_FAIL_ON" ? "low" : nil })
    let policy = variable.applied(
      to: try Sample.configuration("[policy]\nfail_on = [\"critical\"]").policy)
    #expect(Policy(policy).rules(.secret).failOn == .low)
    #expect(throws: OverrideError.self) {
      try Overrides.read(flag: "hihg", environment: { _ in nil })
    }
  }

  @Test func `with a base a flag that loosens is refused and one that tightens counts`() throws {
    #expect(throws: OverrideError.self) { try effective("", "", failOn: .critical) }
    #expect(try effective("", "", failOn: .low).policies.summary.failOn.last == .low)
  }

  @Test(arguments: [
    "fail_on = [\"critical\"]", "unknown_as = \"low\"", "min_confidence = \"high\"",
    "only_fixed = true", "fail_on_exposure = [\"head\"]",
    "[policy.category.secret]\nfail_on = []", "[policy.tool.secgate]\nfail_on = []",
  ])
  func `no key of the head lets a planted finding pass`(_ key: String) throws {
    var secret = Sample.secret("planted", .high, exposure: .refs)
    secret.severitySource = .none
    secret.confidence = .medium
    var input = try Sample.input(native: [secret])
    input.trust = .trusted
    input.configuration = try effective("", "[policy]\n" + key)
    let outcome = Judge.judge(input)
    #expect(outcome.verdict == .fail)
    let change = try #require(outcome.gateChanges?.first)
    #expect(change.effect == .looser && !change.counts)
    #expect(outcome.reasons.contains { $0.code == "pending-configuration" })
  }

  @Test func `what the head tightens counts`() throws {
    var input = try Sample.input(native: [Sample.secret("a", .medium)])
    input.trust = .trusted
    #expect(Judge.judge(input).verdict == .pass)
    input.configuration = try effective("", "[policy]\nfail_on = [\"medium\"]")
    #expect(Judge.judge(input).verdict == .fail)
    #expect(Judge.judge(input).gateChanges?.map(\.counts) == [true])
  }

  @Test func `a requirement of the base stays, one more of the head counts`() throws {
    let one = "[[require]]\ncheck = \"a\"\nany_of = [\"bandit\"]\n"
    let two = "[[require]]\ncheck = \"b\"\nany_of = [\"trivy\"]\n"
    #expect(try effective(one, two).requirements.map(\.check) == ["a", "b"])
    #expect(try effective(one, "").changes.map(\.effect) == [.looser])
    #expect(try effective("", two).changes.map(\.effect) == [.tighter])
  }

  @Test func `an allow entry of the head alone allows nothing`() throws {
    let entry = "[[allow]]\nkind = \"match-limit\"\nreason = \"x\"\n"
    #expect(try effective("", entry).allowances.isEmpty)
    #expect(try effective(entry, entry).allowances.count == 1)
    #expect(try effective(entry, "").allowances.isEmpty)
    var input = try Sample.input()
    input.trust = .trusted
    input.coverage?.gaps = [Gap(kind: .matchLimit, subject: "x", detail: "")]
    input.configuration = try effective("", "[policy]\nallow = [\"match-limit\"]")
    #expect(Judge.judge(input).verdict == .incomplete)
  }

  @Test func `what the head excludes or disables is searched all the same`() throws {
    let head = """
      [secrets]
      disable = ["aws-key"]
      exclude = [{ path = "**", reason = "no" }]
      max_blob = "1kB"
      decode_depth = 0
      rules = ["mine.toml"]
      """
    let secrets = try effective("", head).secrets
    #expect(secrets == SecretSettings())
    #expect(try effective("", head).changes.allSatisfy { $0.effect == .looser && !$0.counts })
  }

  @Test func `path, args and network of the head are not taken over`() throws {
    let head = "[tools.bandit]\npath = \"./evil\"\nargs = [\"-x\"]\nnetwork = true\nenabled = true"
    let tool = try #require(try effective("", head).tools["bandit"])
    #expect(tool.path == nil && tool.arguments.isEmpty && tool.network == nil)
    #expect(tool.enabled == true)
    let own = try #require(try Sample.configuration(head).tools["bandit"])
    #expect(own.settings(isTrusted: false).path == nil)
    #expect(own.settings(isTrusted: false).untrusted == ["path", "args", "network"])
    #expect(own.settings(isTrusted: true).path == "./evil")
    #expect(own.untrustedKeys(of: "bandit").count == 3)
  }

  @Test func `a tool's keys go before its category's, and the strictest witness decides`() throws {
    let configuration = try Sample.configuration(
      """
      [policy.category.code]
      fail_on = ["critical"]
      [policy.tool.semgrep]
      fail_on = ["medium"]
      """)
    let layers = PolicyLayers(configuration.policy, source: "file")
    let rules = FailureRules(policies: layers, feeds: ExploitFeeds(), now: Sample.now)
    var finding = Sample.code(1, severity: .medium)
    #expect(!rules.isFailing(finding, firstSeen: nil))
    finding.witnesses.append(Witness(tool: "semgrep", ruleID: "x"))
    #expect(rules.isFailing(finding, firstSeen: nil))
  }
}
