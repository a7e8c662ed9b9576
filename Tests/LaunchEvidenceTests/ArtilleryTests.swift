import FindingModel
import Testing

@testable import LaunchEvidence

struct ArtilleryTests {
  private let current = """
    {"aggregate": {"counters": {"http.requests": 100, "http.responses": 90, "http.codes.200": 80,
    "http.codes.503": 10, "errors.ETIMEDOUT": 10, "vusers.created": 50},
    "rates": {"http.request_rate": 10},
    "summaries": {"http.response_time": {"min": 1, "max": 99, "mean": 12, "count": 90,
    "median": 10, "p90": 20, "p95": 30, "p99": 40}},
    "firstMetricAt": 1790000000000, "lastMetricAt": 1790000010000}, "intermediate": []}
    """

  @Test func `errors and responses from 400 on are failures`() throws {
    let reading = Made.read(.artillery, current)
    let load = try #require(reading.measurements.load)
    #expect(reading.outcome == .clean)
    #expect(load.requests == 100)
    #expect(load.failures == 20)
    #expect(load.errorRate == 0.2)
    #expect(load.duration == 10)
    #expect(load.latency["p99"] == 40)
    #expect(reading.madeAt == Timestamp(seconds: 1_790_000_000))
  }

  @Test func `early counters with their prefixes read alike`() {
    let early = current.replacing("\"http.", with: "\"engine.http.")
      .replacing("\"errors.", with: "\"engine.http.errors.")
    #expect(Made.read(.artillery, early).measurements.load?.failures == 20)
  }

  @Test func `version 1 counts its errors as requests`() {
    let reading = Made.read(
      .artillery,
      """
      {"aggregate": {"scenariosCreated": 10, "requestsCompleted": 8, "codes": {"200": 6, "500": 2},
      "errors": {"ETIMEDOUT": 2}, "latency": {"min": 1, "median": 2, "p95": 3, "p99": 4},
      "rps": {"mean": 2}}}
      """)
    #expect(reading.measurements.load?.requests == 10)
    #expect(reading.measurements.load?.failures == 4)
  }

  @Test func `when every request timed out it is incomplete`() {
    let reading = Made.read(
      .artillery,
      """
      {"aggregate": {"counters": {"http.requests": 5, "errors.ETIMEDOUT": 5}, "summaries": {}}}
      """)
    #expect(reading.outcome == .partial)
    #expect(reading.measurements.load?.latency.isEmpty == true)
  }

  @Test func `exit code 1 is the only sign of a missed threshold`() {
    #expect(Made.read(.artillery, current, exitCode: 1).outcome == .findings)
    #expect(Made.read(.artillery, current, exitCode: 7).outcome == .partial)
  }

  @Test func `two reports, and a log of events, are refused`() {
    #expect(Made.read(.artillery, current, current + " ").outcome == .broken)
    #expect(Made.read(.artillery, "[{\"event\": \"done\"}]").problems[0].contains("log of events"))
  }
}
