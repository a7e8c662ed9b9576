import FindingModel

enum SampleEvidence {
  static func digest(_ name: String) -> String { SHA256.hexadecimal(name.utf8) }

  static func conditions(status: Condition.Status) -> [Condition] {
    let rows: [(String, String, String, String, String)] = [
      (
        "dependencies.python", "Python dependencies", "no critical or high open, same commit",
        "nothing open", "pip-audit"
      ),
      ("code.python", "Python code", "no critical or high open", "nothing open", "bandit"),
      ("secrets.history", "Secrets, full history", "none open", "nothing open", "secgate"),
      ("container.images", "Containers", "no critical or high open", "nothing open", "trivy"),
      ("load.stress", "Stress, 500 users", "p95 ≤ 300 ms", "p95 141 ms", "k6"),
      ("tests.unit", "Unit tests", "all pass", "1,842 passed, 4 skipped", "junit"),
    ]
    return rows.map { check, title, required, result, tool in
      var condition = Condition(
        check: check, title: title, required: required, result: result, status: status)
      condition.anyOf = [tool]
      condition.evidence = [digest(tool)]
      return condition
    }
  }

  static func notDone() -> Condition {
    Condition(
      check: "readiness.rollback", title: "Rollback rehearsed", required: "signed off",
      result: "no evidence", status: .notDone)
  }

  static func waived() -> Condition {
    var condition = Condition(
      check: "dependencies.node", title: "Node dependencies", required: "no high open",
      result: "waived until 2026-11-25", status: .waived)
    condition.anyOf = ["npm-audit"]
    return condition
  }

  static func run(_ tool: String, _ category: Category, _ outcome: ToolOutcome, count: Int)
    -> Evidence
  {
    var run = Evidence(
      id: digest(tool), tool: tool, category: category, source: "run", outcome: outcome,
      looked: .yes, count: count)
    run.version = "1.2.3"
    run.digest = "sha256:" + digest("binary of " + tool)
    run.digestOf = "binary"
    run.arguments = [tool, "--format", "json"]
    run.exitCode = count == 0 ? 0 : 1
    run.start = Timestamp("2026-11-23T08:31:00Z")
    run.end = Timestamp("2026-11-23T08:32:51Z")
    run.commit = SampleOutcome.commit
    run.tree = SampleOutcome.scope().tree
    run.dirty = false
    run.reportDigest = digest("report of " + tool)
    return run
  }

  static func runs() -> [Evidence] {
    var native = run("secgate", .secret, .findings, count: 1)
    native.covered = "48,211 objects"
    var pip = run("pip-audit", .dependency, .findings, count: 1)
    pip.databaseDate = "2026-11-22"
    pip.target = "services/api/requirements.txt"
    return [
      native, pip, run("bandit", .code, .findings, count: 1),
      run("trivy", .container, .clean, count: 0),
      load(), tests(), coverageRun(), signOffs(),
    ]
  }

  static func troubledRuns() -> [Evidence] {
    var zap = run("zap", .web, .partial, count: 2)
    zap.source = "import"
    zap.commit = SampleOutcome.earlier
    zap.looked = .unknown
    zap.environment = "staging"
    zap.skipped = ["/admin/** by its own settings"]
    zap.problems = ["The report is for another commit."]
    return [zap]
  }

  private static func load() -> Evidence {
    var run = run("k6", .evidence, .findings, count: 1)
    var load = LoadMeasurements()
    load.requests = 525_343
    load.failures = 1_629
    load.errorRate = 0.0031
    load.latency = ["p50": 88, "p95": 412, "p99": 903.25, "max": 2210]
    load.percentileMethod = "tool"
    load.throughput = 876.4
    load.users = 500
    load.duration = 600
    load.thresholds = [LoadMeasurements.Threshold(expression: "p(95)<500", held: true)]
    run.target = "stress"
    run.measurements = Measurements()
    run.measurements?.load = load
    return run
  }

  private static func tests() -> Evidence {
    var run = run("junit", .evidence, .findings, count: 1)
    var tests = TestMeasurements()
    tests.total = 1_850
    tests.passed = 1_842
    tests.failed = 1
    tests.skipped = 4
    tests.flaky = 3
    tests.failing = ["relay.test_search.test_order_by"]
    tests.duration = 108.4
    run.measurements = Measurements()
    run.measurements?.tests = tests
    return run
  }

  private static func coverageRun() -> Evidence {
    var run = run("coverage", .evidence, .clean, count: 0)
    var coverage = CoverageMeasurements()
    coverage.linesCovered = 8_640
    coverage.linesValid = 10_000
    coverage.branchesCovered = 791
    coverage.branchesValid = 1_000
    coverage.files = 120
    coverage.components = [
      .init(name: "services/api", linesCovered: 4_560, linesValid: 5_000),
      .init(name: "services/worker", linesCovered: 4_080, linesValid: 5_000),
    ]
    run.measurements = Measurements()
    run.measurements?.coverage = coverage
    return run
  }

  private static func signOffs() -> Evidence {
    var run = run("check", .evidence, .clean, count: 0)
    var health = CheckMeasurement(name: "GET /health", status: "pass")
    health.url = "https://staging.example.org/health"
    health.code = 200
    health.milliseconds = 12.5
    health.message = "ok"
    var backup = CheckMeasurement(name: "readiness.backup", status: "pass")
    backup.by = "Tomás Lind"
    backup.note = "Restored in 11 minutes."
    backup.expires = Day("2026-12-12")
    run.measurements = Measurements()
    run.measurements?.checks = [health, backup]
    return run
  }

  static func coverage() -> Coverage {
    var coverage = Coverage()
    coverage.commits = 3_914
    coverage.trees = 12_000
    coverage.blobs = 48_211
    coverage.tags = 46
    coverage.files = 634
    coverage.references = 77
    coverage.bytes = 284_000_000
    coverage.suspects = 12
    coverage.rules = 221
    coverage.rulesDigest = digest("rules")
    coverage.skipped = [
      .init(kind: "submodule", subject: "vendor/schema"),
      .init(kind: "excluded", subject: "vendor/**", reason: "checked at its source"),
    ]
    return coverage
  }

  static func gaps() -> [Gap] {
    var allowed = Gap(
      kind: .decodeLimit, subject: "assets/demo.har", path: "assets/demo.har",
      rule: "generic-password", detail: "Nested deeper than secrets.decode_depth.")
    allowed.allowedBy = "policy.allow"
    return [
      Gap(
        kind: .blobLimit, subject: "assets/film.bin",
        detail: "61 MB, over secrets.max_blob: raise it, or allow it by an [[allow]] entry."),
      allowed,
    ]
  }
}
