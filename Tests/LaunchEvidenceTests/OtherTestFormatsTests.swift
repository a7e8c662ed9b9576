import FindingModel
import Testing

@testable import LaunchEvidence

struct OtherTestFormatsTests {
  private func playwright(_ status: String, results: String = "{\"duration\": 500}") -> String {
    """
    {"config": {"version": "1.50.0"}, "errors": [], "suites": [{"title": "login.spec.ts", "specs":
    [{"title": "logs in", "file": "login.spec.ts", "id": "\(status)", "tests": [
    {"projectName": "firefox", "status": "\(status)", "results": [\(results)]}]}]}]}
    """
  }

  @Test func `Playwright's retries are flaky and never plain passes`() throws {
    let reading = Made.read(
      .playwright, playwright("expected"), playwright("flaky", results: "{}, {}"),
      playwright("unexpected"))
    let tests = try #require(reading.measurements.tests)
    #expect(tests.total == 3)
    #expect(tests.passed == 1)
    #expect(tests.flaky == 1)
    #expect(tests.failed == 1)
    #expect(tests.failing == ["[firefox] login.spec.ts › logs in"])
    #expect(reading.toolVersion == "1.50.0")
    #expect(reading.outcome == .findings)
  }

  @Test func `what Playwright never started, an unknown status and a lone shard are incomplete`() {
    #expect(Made.read(.playwright, playwright("skipped", results: "")).outcome == .partial)
    #expect(Made.read(.playwright, playwright("wonderful")).outcome == .partial)
    let shard = playwright("expected").replacing(
      "\"version\"", with: "\"shard\": {\"current\": 1, \"total\": 2}, \"version\"")
    #expect(Made.read(.playwright, shard).problems == ["1 of 2 shards are here"])
    let other = shard.replacing("\"current\": 1", with: "\"current\": 2")
    #expect(Made.read(.playwright, shard, other).outcome == .clean)
    let errors = playwright("expected").replacing("\"errors\": []", with: "\"errors\": [{}]")
    #expect(Made.read(.playwright, errors).outcome == .partial)
  }

  @Test func `TAP counts todo as neither passed nor failed`() throws {
    let tests = try Made.tests(
      .tap,
      """
      TAP version 13
      1..5
      ok 1 - fine
          not ok 1 - nested
      not ok 2 - bad # see the log
      not ok 3 - later # TODO not yet
      ok 4 # skip no network
      okay is no test line
      ok 5

      """)
    #expect(tests.total == 5)
    #expect(tests.passed == 2)
    #expect(tests.failed == 1)
    #expect(tests.skipped == 2)
    #expect(tests.failing == ["bad # see the log"])
  }

  @Test(arguments: [
    ("ok 1\n", "no plan"), ("1..3\nok 1\n", "3 tests were planned, 1 are there"),
    ("1..0 # skip all\n", "nothing ran"), ("1..1\nok 1\nBail out! disk\n", "bailed out"),
  ])
  func `TAP that is not whole is never clean`(_ text: String, _ problem: String) {
    let reading = Made.read(.tap, text)
    #expect(reading.outcome == .partial)
    #expect(reading.problems.contains { $0.contains(problem) }, "\(reading.problems)")
  }

  @Test func `mocha's lists are counted, equal titles are different tests`() throws {
    let reading = Made.read(
      .junit,
      """
      {"stats": {"passes": 2, "start": "2026-11-20T10:00:00.000Z"}, "tests": [{}, {}, {}, {}],
      "passes": [{"fullTitle": "a", "duration": 5}, {"fullTitle": "a", "currentRetry": 1}],
      "failures": [{"fullTitle": "b"}], "pending": [{"fullTitle": "c"}]}
      """)
    let tests = try #require(reading.measurements.tests)
    #expect(tests.total == 4)
    #expect(tests.passed == 1)
    #expect(tests.flaky == 1)
    #expect(tests.failing == ["b"])
  }

  @Test func `at most a hundred failing names are kept`() throws {
    let cases = (0..<300).map { "<testcase name='t\($0)'><failure/></testcase>" }.joined()
    let reading = Made.read(.junit, "<testsuite>\(cases)</testsuite>")
    #expect(reading.measurements.tests?.failed == 300)
    #expect(reading.measurements.tests?.failing.count == 100)
    #expect(reading.failures.count == 100)
  }
}
