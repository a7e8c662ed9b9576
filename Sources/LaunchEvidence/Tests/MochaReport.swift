import FindingModel
import ReportReading

/// mocha's `json` reporter: flat lists of passes, failures and pending tests.
enum MochaReport {
  static func read(_ file: DecodedFile, into run: inout TestRun) throws {
    let report = try file.json()
    let stats = report["stats"]
    guard report["tests"].isArray, report["passes"].isArray, report["failures"].isArray,
      stats.object != nil
    else {
      throw EvidenceError(
        "\(file.name) is JSON, but not mocha's: Playwright's is added with `playwright`")
    }
    run.saw("mocha")
    run.reading.made(ReportTime.rfc3339(stats["start"].string))
    let lists: [(String, TestCase.Status)] = [
      ("passes", .passed), ("failures", .failed), ("pending", .skipped),
    ]
    for (list, status) in lists {
      for (index, test) in report[list].elements.enumerated() {
        run.ledger.add(testCase(test, status, place: [file.name, list, String(index)]))
      }
    }
    run.further.set(
      "retried", report["tests"].elements.count { ($0["currentRetry"].count ?? 0) > 0 })
    let listed = report["tests"].elements.count
    let sorted = lists.map { report[$0.0].elements.count }.total
    if listed != sorted {
      run.reading.problems.append(
        "\(file.name) lists \(listed) tests, but \(sorted) of them have an end: cut short")
    }
  }

  /// mocha has no identity for a test: equal titles may be different tests, so each counts.
  private static func testCase(_ test: JSONValue, _ status: TestCase.Status, place: [String])
    -> TestCase
  {
    var result = TestCase(
      key: place, name: test["fullTitle"].text ?? test["title"].text ?? "unnamed test",
      status: status)
    result.isFlaky = status == .passed && (test["currentRetry"].count ?? 0) > 0
    result.time = test["duration"].real.map { $0 / 1000 }
    return result
  }
}
