import BaselineStore
import FindingModel
import Testing

@testable import GateEngine

/// What fails, key by key.
struct PolicyTests {
  private func verdict(_ keys: String, _ finding: Finding, known: Bool = false, days: Int? = nil)
    throws -> Verdict
  {
    var input = try Sample.input(
      "[policy]\n" + keys, native: finding.category == .secret ? [finding] : [],
      finding.category == .secret
        ? [] : [Sample.result(finding.witnesses[0].tool, finding.category, [finding])])
    if known { input.baseline = Baseline([Sample.decision(on: finding, .known)]) }
    if let days {
      let first = Timestamp(seconds: Sample.now.seconds - days * 86_400)
      input.seen = [finding.id: SeenDates(first: first, last: first)]
    }
    return Judge.judge(input).verdict
  }

  @Test func `a severity in fail_on fails, and everything worse`() throws {
    #expect(try verdict("fail_on = [\"high\"]", Sample.secret("a", .critical)) == .fail)
    #expect(try verdict("fail_on = [\"high\"]", Sample.secret("a", .medium)) == .pass)
    #expect(try verdict("fail_on = []", Sample.secret("a", .critical)) == .pass)
  }

  @Test func `a severity that nobody stated counts as unknown_as`() throws {
    let unknown = Sample.advisory("pip-audit", ["PYSEC-1"], severity: nil)
    #expect(try verdict("", unknown) == .fail)
    #expect(try verdict("unknown_as = \"medium\"", unknown) == .pass)
  }

  @Test func `below min_confidence it is a suspect: counted, not among the findings, not failing`()
    throws
  {
    var suspect = Sample.secret("a", .critical)
    suspect.confidence = .low
    let outcome = Judge.judge(try Sample.input(native: [suspect]))
    #expect(outcome.verdict == .pass)
    #expect(outcome.findings.isEmpty && outcome.suspects?.count == 1)
    #expect(outcome.coverage?.suspects == 1)
    #expect(try verdict("min_confidence = \"low\"", suspect) == .fail)
  }

  @Test func `known passes unless new_only is false`() throws {
    let secret = Sample.secret("a")
    #expect(try verdict("", secret, known: true) == .pass)
    #expect(try verdict("new_only = false", secret, known: true) == .fail)
  }

  @Test func `without a fix only_fixed lets a package pass, and nothing else`() throws {
    let open = Sample.advisory("trivy", ["CVE-2026-1"])
    #expect(try verdict("only_fixed = true", open) == .pass)
    let fixed = Sample.advisory("trivy", ["CVE-2026-1"], fix: ["2.0"])
    #expect(try verdict("only_fixed = true", fixed) == .fail)
    #expect(try verdict("only_fixed = true", Sample.secret("a")) == .fail)
  }

  @Test(arguments: Exposure.allCases)
  func `a secret fails where fail_on_exposure says`(_ exposure: Exposure) throws {
    let secret = Sample.secret("a", exposure: exposure)
    #expect(try verdict("", secret) == (exposure == .unreachable ? .pass : .fail))
    let only = "fail_on_exposure = [\"\(exposure.rawValue)\"]"
    #expect(try verdict(only, secret) == .fail)
  }

  @Test func `a secret whose place nobody knows fails`() throws {
    #expect(try verdict("", Sample.secret("a", exposure: nil)) == .fail)
  }

  @Test func `an open finding that is too old fails although it is known`() throws {
    let secret = Sample.secret("a", .medium)
    let rule = "max_age = { medium = \"30d\" }"
    #expect(try verdict(rule, secret, known: true, days: 30) == .pass)
    #expect(try verdict(rule, secret, known: true, days: 31) == .fail)
    #expect(try verdict("", secret, known: true, days: 3000) == .pass)
  }

  @Test func `a known exploited flaw fails whatever its severity, by a dated local file`() throws {
    let low = Sample.advisory("trivy", ["CVE-2026-1"], severity: .low)
    var input = try Sample.input(
      "[policy]\nkev_file = \"kev.json\"", [Sample.result("trivy", .dependency, [low])])
    let catalogue =
      #"{"dateReleased":"2026-11-24T00:00:00Z","vulnerabilities":[{"cveID":"CVE-2026-1"}]}"#
    input.feeds = ExploitFeeds(input.configuration.policies) { _ in Array(catalogue.utf8) }
    let outcome = Judge.judge(input)
    #expect(outcome.verdict == .fail)
    #expect(outcome.scope.notes == ["kev.json of 2026-11-24"])
    for broken in [nil, "", "{}", #"{"vulnerabilities":[{"cveID":"CVE-2026-1"}]}"#] {
      input.feeds = ExploitFeeds(input.configuration.policies) { _ in broken.map { Array($0.utf8) }
      }
      #expect(Judge.judge(input).verdict == .incomplete)
    }
  }

  @Test func `an exploit prediction from epss_blocks on fails`() throws {
    let low = Sample.advisory("trivy", ["CVE-2026-1"], severity: .low)
    var input = try Sample.input(
      "[policy]\nepss_file = \"epss.csv\"\nepss_blocks = 0.5",
      [Sample.result("trivy", .dependency, [low])])
    func feed(_ score: String) -> String {
      "#model_version:v1,score_date:2026-11-24T00:00:00+0000\ncve,epss,percentile\nCVE-2026-1,\(score),0.9\n"
    }
    for (score, verdict) in [("0.49", Verdict.pass), ("0.5", .fail)] {
      input.feeds = ExploitFeeds(input.configuration.policies) { _ in Array(feed(score).utf8) }
      #expect(Judge.judge(input).verdict == verdict)
    }
  }

  @Test func `inline comments count by the policy`() throws {
    var allowed = Sample.secret("a")
    allowed.state = .allowedInline
    #expect(try verdict("", allowed) == .pass, "without a base it counts")
    #expect(try verdict("inline_allow = \"none\"", allowed) == .fail)
    var input = try Sample.input(native: [allowed])
    input.base = BaseKnowledge(
      reference: "main", commit: Sample.other,
      history: BaseHistory(
        addedCommits: [Sample.commit], addedBlobs: [], baseObjects: { _ in false }))
    input.suppressions = [
      Suppression(
        kind: "inline-comment", tool: "secgate", place: "app.env:3", what: "secgate:allow",
        counts: true)
    ]
    input.suppressions[0].finding = allowed.id
    let outcome = Judge.judge(input)
    #expect(outcome.verdict == .fail)
    #expect(outcome.suppressions.map(\.counts) == [false])
    input.base?.allowedInline = [allowed.id]
    #expect(Judge.judge(input).findings[0].state == .allowedInline)
  }
}
