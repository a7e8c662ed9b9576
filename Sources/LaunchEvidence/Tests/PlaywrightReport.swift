import FindingModel
import ReportReading

/// Playwright's `json` reporter: one test for each project, with all its attempts.
struct PlaywrightReport {
  private var attempts = 0
  private var retried = 0
  private var specs = 0
  private var notStarted = 0
  private var tests: [TestCase] = []
  /// Words for a test's status that nobody knows.
  private var unknown = 0

  static func read(_ file: DecodedFile, into run: inout TestRun) throws {
    let report = try file.json()
    guard report["suites"].isArray else {
      throw EvidenceError("\(file.name) is not Playwright's JSON report: it has no suites")
    }
    var reader = PlaywrightReport()
    for suite in report["suites"].elements { reader.visit(suite, []) }
    run.saw("playwright")
    for test in reader.tests { run.ledger.add(test) }
    run.reading.toolVersion = report["config"]["version"].text ?? run.reading.toolVersion
    run.reading.made(ReportTime.rfc3339(report["stats"]["startTime"].string))
    reader.judge(report, file, &run)
    run.shards.add(report["config"]["shard"])
    run.further.set("specs", reader.specs)
    run.further.set("attempts", reader.attempts)
    run.further.set("retried", reader.retried)
    run.further.set("no_result", reader.notStarted)
    run.further.set("global_errors", report["errors"].elements.count)
  }

  private func judge(_ report: JSONValue, _ file: DecodedFile, _ run: inout TestRun) {
    let errors = report["errors"].elements.count
    if errors > 0 {
      run.reading.problems.append("\(file.name): \(errors) errors outside of tests")
    }
    if notStarted > 0 {
      run.reading.problems.append("\(file.name): \(notStarted) tests were never started")
    }
    if unknown > 0 {
      run.reading.problems.append("\(file.name): \(unknown) tests have a status nobody knows")
    }
  }

  private mutating func visit(_ suite: JSONValue, _ path: [String]) {
    let path = path + [suite["title"].string ?? ""]
    for spec in suite["specs"].elements {
      specs += 1
      for test in spec["tests"].elements { add(test, spec, path) }
    }
    for inner in suite["suites"].elements { visit(inner, path) }
  }

  private mutating func add(_ test: JSONValue, _ spec: JSONValue, _ path: [String]) {
    let results = test["results"].elements
    attempts += results.count
    if results.count > 1 { retried += 1 }
    if results.isEmpty { notStarted += 1 }
    let title = spec["title"].string ?? ""
    let project = test["projectName"].string ?? test["projectId"].string ?? ""
    let words = (path + [title]).filter { !$0.isEmpty }.joined(separator: " › ")
    var result = TestCase(
      key: [project, spec["file"].string ?? "", spec["id"].scalar ?? ""] + path + [title],
      name: project.isEmpty ? words : "[\(project)] \(words)", status: .errored)
    switch test["status"].string {
    case "expected": result.status = .passed
    case "flaky":
      result.status = .passed
      result.isFlaky = true
    case "unexpected": result.status = .failed
    case "skipped": result.status = .skipped
    default: unknown += 1
    }
    let times = results.compactMap { $0["duration"].real }
    result.time = times.isEmpty ? nil : times.reduce(0, +) / 1000
    tests.append(result)
  }
}
