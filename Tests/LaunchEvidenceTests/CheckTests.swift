import FindingModel
import Testing

@testable import LaunchEvidence

struct CheckTests {
  private func curl(_ code: Int, exit: Int = 0) -> String {
    """
    {"http_code": \(code), "exitcode": \(exit), "errormsg": null, "time_total": 0.25,
    "method": "GET", "url": "https://shop.example/health?token=x"}
    """
  }

  @Test(arguments: [
    (200, 0, true), (302, 0, true), (503, 0, false), (0, 7, false), (200, 28, false),
  ])
  func `curl's code decides, not its exit code alone`(_ code: Int, _ exit: Int, _ passed: Bool)
    throws
  {
    let reading = Made.read(.check, curl(code, exit: exit))
    let check = try #require(reading.measurements.checks?.first)
    #expect(check.name == "GET /health")
    #expect(check.status == (passed ? "pass" : "fail"))
    #expect(check.milliseconds == 250)
    #expect(reading.outcome == (passed ? .clean : .findings))
    #expect(check.code == (code == 0 ? nil : code))
  }

  @Test func `several requests stand one a line`() {
    let reading = Made.read(.check, curl(200) + "\n" + curl(503))
    #expect(reading.measurements.checks?.map(\.status) == ["pass", "fail"])
  }

  @Test func `a health body fails with any of its parts, and a warning is no pass`() {
    let body = """
      {"status": "pass", "checks": {"db": [{"status": "pass"}, {"status": "fail"}]}}
      """
    let reading = Made.read(.check, body)
    #expect(reading.measurements.checks?.map(\.name) == ["health", "health: db", "health: db"])
    #expect(reading.outcome == .findings)
    #expect(Made.read(.check, "{\"status\": \"warn\"}").outcome == .findings)
    #expect(Made.read(.check, "{\"status\": \"UP\"}").outcome == .clean)
  }

  @Test func `secgate's own list names its checks`() throws {
    let reading = Made.read(
      .check,
      """
      [{"name": "login", "status": "pass", "code": 200, "at": "2026-11-20T10:00:00Z"},
      {"name": "mail", "status": "skip"}]
      """)
    #expect(reading.outcome == .clean)
    #expect(reading.measurements.checks?.map(\.status) == ["pass", "skip"])
    #expect(reading.madeAt?.description == "2026-11-20T10:00:00Z")
    #expect(Made.read(.check, "[{\"name\": \"a\", \"status\": \"great\"}]").outcome == .broken)
    #expect(Made.read(.check, "[]").outcome == .partial)
    #expect(Made.read(.check, "[{\"name\": \"a\", \"status\": \"skip\"}]").outcome == .partial)
  }

  @Test func `tests of JUnit and TAP can be checks`() {
    let junit =
      "<testsuite><testcase name='up'/><testcase name='down'><failure/></testcase></testsuite>"
    #expect(Made.read(.check, junit).measurements.checks?.map(\.status) == ["pass", "fail"])
    #expect(Made.read(.check, "1..1\nok 1 - up\n").measurements.checks?.map(\.name) == ["up"])
    #expect(Made.read(.check, "nonsense").outcome == .broken)
  }
}
