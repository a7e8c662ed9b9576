import FindingModel
import Testing

@testable import LaunchEvidence

struct LocustTests {
  private let header =
    "Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,"
    + "Min Response Time,Max Response Time,Requests/s,50%,90%,95%,99%\n"

  private var stats: String {
    header + "GET,/a,90,1,10,11,1,99,9,10,20,30,40\n\nGET,\"/b,c\",10,1,10,11,1,99,1,10,20,30,40\n"
      + ",Aggregated,100,2,10,11.5,1,99,10.5,10,20,30,40\n"
  }

  @Test func `the aggregated row is the total, history adds users and duration`() throws {
    let reading = Made.read(
      .locust, stats,
      """
      Timestamp,User Count,Type,Name,Total Request Count,Total Failure Count
      1790000000,5,,Aggregated,10,0
      1790000010,50,,Aggregated,100,2

      """, "Method,Name,Error,Occurrences\nGET,/a,500,2\n", "Count,Message,Traceback,Nodes\n")
    let load = try #require(reading.measurements.load)
    #expect(reading.outcome == .clean)
    #expect(load.requests == 100)
    #expect(load.failures == 2)
    #expect(load.errorRate == 0.02)
    #expect(load.throughput == 10.5)
    #expect(load.users == 50)
    #expect(load.duration == 10)
    #expect(load.latency["p99"] == 40)
    #expect(reading.madeAt == Timestamp(seconds: 1_790_000_000))
  }

  @Test func `totals that do not follow from the rows are incomplete`() {
    let wrong = stats.replacing(",Aggregated,100,2", with: ",Aggregated,100,50")
    #expect(Made.read(.locust, wrong).problems.contains { $0.contains("add up to 100 and 2") })
  }

  @Test func `an exception in a task fails although every request passed`() {
    let reading = Made.read(.locust, stats, "Count,Message,Traceback,Nodes\n3,boom,trace,local\n")
    #expect(reading.outcome == .findings)
    #expect(reading.failures.map(\.name) == ["task exceptions"])
  }

  @Test func `histograms add up over endpoints and files`() throws {
    let endpoint = { (times: String, count: Int) in
      """
      [{"name": "/a", "num_requests": \(count), "num_failures": 0, "total_response_time": 300,
      "min_response_time": 9, "max_response_time": 100, "start_time": 1790000000.5,
      "last_request_timestamp": 1790000004.5, "response_times": {\(times)}}]
      """
    }
    let reading = Made.read(
      .locust, endpoint("\"10\": 9", 9), endpoint("\"100.0\": 1, \"50\": 10", 11))
    let load = try #require(reading.measurements.load)
    #expect(load.requests == 20)
    #expect(load.latency["p50"] == 50)
    #expect(load.latency["p95"] == 50)
    #expect(load.latency["p99"] == 100)
    #expect(load.latency["mean"] == 30)
    #expect(load.duration == 4)
    #expect(load.throughput == 5)
    #expect(load.percentileMethod == "histogram")
  }

  @Test func `without a request nothing was measured`() {
    #expect(Made.read(.locust, "[]").outcome == .partial)
    let row = header + ",Aggregated,0,0,N/A,0,0,0,0,N/A,N/A,N/A,N/A\n"
    #expect(Made.read(.locust, row).looked == .unknown)
  }

  @Test func `a table without its total, and two statistics, are refused`() {
    #expect(Made.read(.locust, header + "GET,/a,1,0,1,1,1,1,1,1,1,1,1\n").outcome == .broken)
    #expect(Made.read(.locust, stats, stats + "\n").outcome == .broken)
    #expect(Made.read(.locust, "a,b\n1,2\n").outcome == .broken)
  }

  @Test func `a companion table alone is incomplete`() {
    let reading = Made.read(.locust, "Method,Name,Error,Occurrences\nGET,/a,500,2\n")
    #expect(reading.outcome == .partial)
    #expect(reading.measurements.load == nil)
  }
}
