import FindingModel
import Testing

@testable import GateEngine

/// Sections 3 and 11: the evidence contract.
struct RequirementTests {
  private func judged(
    _ keys: String, _ results: [ToolResult], tools: String = "\"bandit\"",
    check: String = "code.static"
  ) throws -> GateOutcome {
    Judge.judge(
      try Sample.input("[[require]]\ncheck = \"\(check)\"\nany_of = [\(tools)]\n" + keys, results))
  }

  /// Recorded earlier, not of this very run.
  private func recorded(_ tool: String, _ change: (inout Evidence) -> Void = { _ in }) -> ToolResult
  {
    var evidence = Sample.evidence(tool, .code, .clean)
    change(&evidence)
    return ToolResult(evidence: evidence, findings: [], run: 1)
  }

  private func row(_ outcome: GateOutcome) -> Condition? {
    outcome.conditions.first { $0.check != "secrets" }
  }

  @Test func `a missing row is not done and never hidden`() throws {
    let outcome = try judged("", [])
    #expect(outcome.verdict == .incomplete)
    #expect(row(outcome)?.status == .notDone)
    #expect(row(outcome)?.title == "Code: static")
    #expect(outcome.reasons.map(\.code) == ["not-done"])
    #expect(outcome.headline == "INCOMPLETE (code.static not done)")
  }

  @Test func `one of the tools is enough`() throws {
    let outcome = try judged("", [recorded("semgrep")], tools: "\"bandit\", \"semgrep\"")
    #expect(outcome.verdict == .pass)
    #expect(outcome.headline == "PASS")
    #expect(row(outcome)?.status == .pass && row(outcome)?.result == "no critical or high open")
  }

  @Test func `evidence of another commit does not count`() throws {
    let outcome = try judged(
      "", [recorded("bandit") { ($0.commit, $0.tree) = (Sample.other, Sample.other) }])
    #expect(outcome.verdict == .incomplete)
    #expect(outcome.reasons.map(\.code) == ["other-commit"])
    #expect(row(outcome)?.status == .incomplete)
  }

  @Test func `the same tree under another commit is the same content`() throws {
    #expect(try judged("", [recorded("bandit") { $0.commit = Sample.other }]).verdict == .pass)
    let dirty = recorded("bandit") {
      $0.commit = Sample.other
      $0.dirty = true
    }
    #expect(try judged("", [dirty]).verdict == .incomplete)
  }

  @Test func `without a commit findings count and no requirement is satisfied`() throws {
    var result = recorded("bandit") { ($0.commit, $0.tree) = (nil, nil) }
    let clean = try judged("", [result])
    #expect(clean.verdict == .incomplete)
    #expect(clean.reasons.first?.text.contains("--commit") == true)
    result.findings = [Sample.code(3)]
    #expect(try judged("", [result]).verdict == .fail)
  }

  @Test func `with same_commit false evidence of any commit will do, and what it found counts`()
    throws
  {
    var result = recorded("bandit") { ($0.commit, $0.tree) = (Sample.other, Sample.other) }
    #expect(try judged("same_commit = false", [result]).verdict == .pass)
    result.findings = [Sample.code(3)]
    #expect(try judged("same_commit = false", [result]).verdict == .fail)
  }

  @Test func `a report that proves nothing counts only with an exit code or from our own run`()
    throws
  {
    let unknown = recorded("bandit") {
      $0.looked = .unknown
      $0.source = "import"
    }
    #expect(try judged("", [unknown]).reasons.map(\.code) == ["looked-unknown"])
    let coded = recorded("bandit") {
      $0.looked = .unknown
      $0.source = "import"
      $0.exitCode = 0
    }
    #expect(try judged("", [coded]).verdict == .pass)
    #expect(try judged("", [recorded("bandit") { $0.looked = .unknown }]).verdict == .pass)
  }

  @Test(arguments: [(14, Verdict.pass), (15, .incomplete)])
  func `evidence may be as old as max_age says`(_ days: Int, _ verdict: Verdict) throws {
    let made = Timestamp(seconds: Sample.now.seconds - days * 86_400)
    let result = recorded("bandit") { ($0.start, $0.end) = (made, made) }
    #expect(try judged("max_age = \"14d\"", [result]).verdict == verdict)
  }

  @Test func `evidence without a date, or from the future, is not fresh`() throws {
    let undated = recorded("bandit") { ($0.start, $0.end) = (nil, nil) }
    #expect(try judged("max_age = \"14d\"", [undated]).reasons.map(\.code) == ["stale"])
    let future = Timestamp(seconds: Sample.now.seconds + 200_000)
    let late = recorded("bandit") { ($0.start, $0.end) = (future, future) }
    #expect(try judged("max_age = \"14d\"", [late]).verdict == .incomplete)
  }

  @Test func `another environment is not this one`() throws {
    let production = recorded("bandit") { $0.environment = "production" }
    let outcome = try judged("environment = \"staging\"", [production])
    #expect(outcome.reasons.map(\.code) == ["other-environment"])
    let staging = recorded("bandit") { $0.environment = "staging" }
    #expect(try judged("environment = \"staging\"", [staging]).verdict == .pass)
  }

  @Test func `a later run that broke hides neither what was found nor that it broke`() throws {
    var first = recorded("bandit")
    first.findings = [Sample.code(3)]
    let broken = ToolResult(
      evidence: Sample.evidence("bandit", .code, .broken), findings: [], run: 2)
    let outcome = try judged("", [first, broken])
    #expect(outcome.verdict == .fail)
    #expect(outcome.reasons.contains { $0.code == "tool-broken" && $0.kind == .incomplete })
  }

  @Test func `a later whole run takes the place of an earlier one`() throws {
    var first = recorded("bandit")
    first.findings = [Sample.code(3)]
    let later = ToolResult(
      evidence: Sample.evidence("bandit", .code, .clean), findings: [], run: 2)
    #expect(try judged("", [first, later]).verdict == .pass)
  }

  @Test func `reports of one command stand beside each other`() throws {
    var first = recorded("bandit")
    first.findings = [Sample.code(3)]
    #expect(try judged("", [first, recorded("bandit")]).verdict == .fail)
  }

  // Launch evidence.

  private func measured(_ tool: String, _ fill: (inout Measurements) -> Void) -> ToolResult {
    recorded(tool) {
      $0.category = .evidence
      var measurements = Measurements()
      fill(&measurements)
      $0.measurements = measurements
    }
  }

  private func load(_ fill: (inout LoadMeasurements) -> Void = { _ in }) -> ToolResult {
    measured("k6") {
      var load = LoadMeasurements()
      load.requests = 10_000
      load.errorRate = 0.002
      load.latency = ["p50": 88, "p95": 412, "p99": 903]
      load.throughput = 120
      load.duration = 600
      fill(&load)
      $0.load = load
    }
  }

  private static let targets = [
    "min_requests": ("10000", "10001"), "min_duration": ("\"10m\"", "\"11m\""),
    "p50_ms": ("89", "88"), "p95_ms": ("413", "412"), "p99_ms": ("904", "903"),
    "error_rate": ("0.003", "0.002"), "throughput": ("120", "121"),
  ]

  @Test(arguments: targets.keys.sorted())
  func `a missed target is a finding, a met one passes, a missing number is incomplete`(
    _ key: String
  )
    throws
  {
    let (met, missed) = try #require(Self.targets[key])
    #expect(
      try judged("\(key) = \(met)", [load()], tools: "\"k6\"", check: "load.a").verdict == .pass)
    let outcome = try judged("\(key) = \(missed)", [load()], tools: "\"k6\"", check: "load.a")
    #expect(outcome.verdict == .fail)
    #expect(outcome.findings.map(\.category) == [.evidence])
    #expect(outcome.findings.map(\.severity) == [.high])
    #expect(row(outcome)?.status == .fail)
    let empty = load {
      $0.latency = [:]
      ($0.errorRate, $0.throughput, $0.duration) = (nil, nil, nil)
      if key == "min_requests" { $0.requests = nil }
    }
    #expect(
      try judged("\(key) = \(met)", [empty], tools: "\"k6\"", check: "load.a").verdict
        == .incomplete)
  }

  @Test func `its severity is the requirement's`() throws {
    let outcome = try judged(
      "p95_ms = 300\nseverity = \"low\"", [load()], tools: "\"k6\"", check: "load.a")
    #expect(outcome.findings.map(\.severity) == [.low])
    #expect(outcome.verdict == .pass)
  }

  @Test func `a load test that made no request proves nothing`() throws {
    for requests in [nil, 0] {
      let outcome = try judged(
        "", [load { $0.requests = requests }], tools: "\"k6\"", check: "load.a")
      #expect(outcome.verdict == .incomplete)
    }
  }

  private func tests(_ fill: (inout TestMeasurements) -> Void) -> ToolResult {
    measured("junit") {
      var tests = TestMeasurements()
      (tests.total, tests.passed) = (10, 10)
      fill(&tests)
      $0.tests = tests
    }
  }

  @Test func `failed tests are findings by name, and none run is incomplete`() throws {
    let failed = tests {
      ($0.passed, $0.failed, $0.failing) = (8, 2, ["a.test_one"])
    }
    let outcome = try judged("", [failed], tools: "\"junit\"", check: "tests.all")
    #expect(outcome.verdict == .fail)
    #expect(
      outcome.findings.map(\.title).sorted() == [
        "tests.all: 1 more tests failed", "tests.all: a.test_one failed",
      ])
    let none = tests { ($0.total, $0.passed, $0.skipped) = (10, 0, 10) }
    #expect(try judged("", [none], tools: "\"junit\"", check: "tests.all").verdict == .incomplete)
  }

  @Test(arguments: [("min_tests", "11"), ("max_skipped", "0"), ("max_flaky", "0")])
  func `tests are bounded in number, skips and retries`(_ key: String, _ missed: String) throws {
    let some = tests { ($0.passed, $0.skipped, $0.flaky) = (8, 1, 1) }
    #expect(
      try judged("\(key) = \(missed)", [some], tools: "\"junit\"", check: "t").verdict == .fail)
    #expect(try judged("\(key) = 1", [some], tools: "\"junit\"", check: "t").verdict == .pass)
    let outcome = try judged("", [some], tools: "\"junit\"", check: "t")
    #expect(row(outcome)?.result.contains("1 passed only on a retry") == true)
  }

  @Test(arguments: [(80, Verdict.pass), (79, .fail), (0, .fail)])
  func `coverage is computed from counts`(_ covered: Int, _ verdict: Verdict) throws {
    let result = measured("coverage") {
      var coverage = CoverageMeasurements()
      (coverage.linesCovered, coverage.linesValid) = (covered, 100)
      $0.coverage = coverage
    }
    #expect(
      try judged("min_lines = 80", [result], tools: "\"coverage\"", check: "c").verdict == verdict)
    #expect(
      try judged("min_branches = 10", [result], tools: "\"coverage\"", check: "c").verdict
        == .incomplete)
  }

  @Test func `a sign-off answers its own check, until it expires`() throws {
    func signOff(_ name: String, _ days: Int) -> ToolResult {
      measured("sign-off") {
        var check = CheckMeasurement(name: name, status: "pass")
        check.expires = Sample.day(days)
        $0.checks = [check]
      }
    }
    func verdict(_ result: ToolResult) throws -> Verdict {
      try judged("", [result], tools: "\"sign-off\"", check: "sign-off.runbook").verdict
    }
    #expect(try verdict(signOff("sign-off.runbook", 0)) == .pass)
    #expect(try verdict(signOff("runbook", 3)) == .pass)
    #expect(try verdict(signOff("sign-off.runbook", -1)) == .incomplete)
    #expect(try verdict(signOff("changelog", 3)) == .incomplete)
  }

  @Test func `a failed smoke check is a finding, a skipped one is incomplete`() throws {
    for (status, verdict) in [("pass", Verdict.pass), ("fail", .fail), ("skip", .incomplete)] {
      let result = measured("check") {
        $0.checks = [CheckMeasurement(name: "health", status: status)]
      }
      #expect(try judged("", [result], tools: "\"check\"", check: "smoke").verdict == verdict)
    }
  }
}
