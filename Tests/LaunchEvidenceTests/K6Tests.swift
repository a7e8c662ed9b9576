import FindingModel
import Testing

@testable import LaunchEvidence

struct K6Tests {
  private func summary(_ body: String, group: String = "{\"checks\": {}}") -> String {
    "{\"metrics\": {\(body)}, \"root_group\": \(group)}"
  }

  private let requests = """
    "http_reqs": {"count": 200, "rate": 50.5},
    "http_req_failed": {"passes": 2, "fails": 198, "value": 0.01},
    "vus_max": {"max": 4, "value": 4}
    """

  @Test func `in the exported summary true means that a threshold was crossed`() throws {
    let reading = Made.read(
      .k6,
      summary(
        requests + """
          , "http_req_duration": {"avg": 40, "med": 39.5, "p(90)": 50, "p(95)": 60, "max": 70,
          "min": 1, "thresholds": {"p(95)<500": false, "p(90)<10": true}}
          """))
    let load = try #require(reading.measurements.load)
    #expect(load.requests == 200)
    #expect(load.failures == 2)
    #expect(load.errorRate == 0.01)
    #expect(load.throughput == 50.5)
    #expect(load.users == 4)
    #expect(load.duration == nil)
    #expect(load.latency["p95"] == 60)
    #expect(load.latency["p99"] == nil)
    #expect(load.thresholds.map(\.held) == [false, true])
    #expect(reading.outcome == .findings)
    #expect(reading.failures.map(\.name) == ["http_req_duration: p(90)<10"])
    #expect(reading.advice["p99"]?.contains("summaryTrendStats") == true)
  }

  @Test func `in handleSummary's shape ok means that it held`() throws {
    let reading = Made.read(
      .k6,
      """
      {"metrics": {"http_reqs": {"type": "counter", "values": {"count": 10, "rate": 5}},
      "http_req_duration": {"values": {"med": 3, "p(95)": 4, "p(99)": 5},
      "thresholds": {"p(95)<500": {"ok": true}}}},
      "root_group": {"checks": [{"passes": 1, "fails": 2}], "groups": []},
      "state": {"testRunDurationMs": 2000}}
      """)
    #expect(reading.outcome == .clean)
    #expect(reading.format == "handle_summary")
    #expect(reading.measurements.load?.duration == 2)
    #expect(reading.measurements.load?.latency["p99"] == 5)
    #expect(reading.measurements.load?.errorRate == nil)
    #expect(reading.notes.contains { $0.contains("2 of 3 checks failed") })
  }

  @Test func `shapes that mix are refused, since their thresholds mean opposite things`() {
    let reading = Made.read(
      .k6, summary("\"a\": {\"values\": {}}, \"b\": {\"thresholds\": {\"x\": true}}"))
    #expect(reading.outcome == .broken)
  }

  @Test func `without a request, or with every request failed, it is incomplete`() {
    let none = Made.read(.k6, summary("\"iterations\": {\"count\": 40}"))
    #expect(none.outcome == .partial)
    #expect(none.looked == .unknown)
    #expect(none.measurements.load?.requests == nil)
    let refused = Made.read(
      .k6,
      summary(
        """
        "http_reqs": {"count": 8}, "http_req_failed": {"passes": 8, "value": 1},
        "http_req_duration": {"med": 0, "p(95)": 0}
        """))
    #expect(refused.outcome == .partial)
    #expect(
      refused.problems == [
        "every request failed: the response times say nothing about the service"
      ])
  }

  @Test func `dropped iterations above a twentieth make it incomplete`() {
    let times = ", \"http_req_duration\": {\"med\": 1, \"p(95)\": 2}"
    let few = Made.read(
      .k6,
      summary(
        requests + times
          + ", \"iterations\": {\"count\": 99}, \"dropped_iterations\": {\"count\": 1}"))
    #expect(few.outcome == .clean)
    let many = Made.read(
      .k6,
      summary(
        requests + times
          + ", \"iterations\": {\"count\": 44}, \"dropped_iterations\": {\"count\": 157}"))
    #expect(many.problems.contains { $0.contains("157 of 201") })
  }

  @Test(arguments: [(0, ToolOutcome.clean), (99, .findings), (105, .partial), (137, .partial)])
  func `the exit code can only make it worse`(_ code: Int, _ outcome: ToolOutcome) {
    let text = summary(requests + ", \"http_req_duration\": {\"med\": 1, \"p(95)\": 2}")
    #expect(Made.read(.k6, text, exitCode: code).outcome == outcome)
  }

  @Test func `samples of two generators are joined, and their percentiles interpolated`() throws {
    let sample = { (value: Int) in
      """
      {"type":"Point","metric":"http_reqs","data":{"time":"2026-11-20T10:00:0\(value)Z","value":1}}
      {"type":"Point","metric":"http_req_failed","data":{"time":"2026-11-20T10:00:00Z","value":0}}
      {"type":"Point","metric":"http_req_duration","data":{"time":"2026-11-20T10:00:00Z","value":\(value)}}

      """
    }
    let reading = Made.read(.k6, sample(1) + sample(2), sample(3) + sample(4))
    let load = try #require(reading.measurements.load)
    #expect(load.requests == 4)
    #expect(load.latency["p50"] == 2.5)
    #expect(load.latency["p95"] == 3.8499999999999996)
    #expect(load.duration == 4)
    #expect(reading.madeAt?.description == "2026-11-20T10:00:00Z")
    #expect(Made.read(.k6, sample(1) + "{damaged").outcome == .partial)
  }

  @Test func `a dashboard and another tool's report are refused by name`() {
    #expect(Made.read(.k6, "{\"panels\": []}").problems[0].contains("Grafana dashboard"))
    #expect(Made.read(.k6, "{\"aggregate\": {}}").problems[0].contains("Artillery"))
    #expect(Made.read(.k6, "[{\"response_times\": {}}]").problems[0].contains("Locust"))
    #expect(Made.read(.k6, "nonsense").outcome == .broken)
  }
}
