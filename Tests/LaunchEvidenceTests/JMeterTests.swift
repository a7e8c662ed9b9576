import FindingModel
import Testing

@testable import LaunchEvidence

struct JMeterTests {
  private let header = "timeStamp,elapsed,label,responseMessage,success,allThreads\n"

  @Test func `transactions stand apart, percentiles are nearest rank`() throws {
    let reading = Made.read(
      .jmeter,
      header
        + "1790000000000,100,a,OK,true,2\n1790000001000,200,b,\"no\nway, \"\"man\"\"\",false,3\n"
        + "1790000000000,300,t,\"Number of samples in transaction : 2\",false,3\n")
    let load = try #require(reading.measurements.load)
    #expect(load.requests == 2)
    #expect(load.failures == 1)
    #expect(load.errorRate == 0.5)
    #expect(load.users == 3)
    #expect(load.duration == 1.2)
    #expect(load.latency["p50"] == 100)
    #expect(load.latency["p95"] == 200)
    #expect(load.percentileMethod == "nearest-rank")
    #expect(reading.madeAt == Timestamp(seconds: 1_790_000_000))
  }

  @Test(arguments: [";", "\t", "|"])
  func `other separators are found by the header`(_ mark: String) {
    let text = (header + "1,5,a,OK,true,1\n").replacing(",", with: mark)
    #expect(Made.read(.jmeter, text).measurements.load?.latency["max"] == 5)
  }

  @Test func `two runs in one log, unreadable rows and a log without header are not clean`() {
    let row = "1,5,a,OK,true,1\n"
    let twice = Made.read(.jmeter, header + row + header + row)
    #expect(twice.problems.contains { $0.contains("holds 2 runs") })
    let damaged = Made.read(.jmeter, header + row + "1,never,a,OK,true,1\n")
    #expect(damaged.outcome == .partial)
    #expect(Made.read(.jmeter, row).outcome == .broken)
    #expect(Made.read(.jmeter, header).outcome == .partial)
  }

  @Test func `nested XML samples are counted, their parent is a transaction`() throws {
    let reading = Made.read(
      .jmeter,
      """
      <testResults version="1.2"><sample t="30" ts="1790000000000" s="true" lb="t" na="2">
      <httpSample t="10" ts="1790000000000" s="true" lb="a" na="2"/>
      <httpSample t="20" ts="1790000000010" s="false" lb="b" na="2">
      <responseData>secret</responseData></httpSample></sample></testResults>
      """)
    let load = try #require(reading.measurements.load)
    #expect(load.requests == 2)
    #expect(load.failures == 1)
    #expect(load.latency["max"] == 20)
    #expect(!reading.json.contains("secret"))
  }

  @Test func `a log that was cut short is refused`() {
    let reading = Made.read(.jmeter, "<testResults><httpSample t='1' s='true'/>")
    #expect(reading.outcome == .broken)
    #expect(reading.problems[0].contains("cut short"))
  }

  @Test func `the dashboard's numbers are taken, its percentage is not`() throws {
    let reading = Made.read(
      .jmeter,
      """
      {"Total": {"transaction": "Total", "sampleCount": 200, "errorCount": 1, "errorPct": 0.5,
      "meanResTime": 10, "medianResTime": 9, "minResTime": 1, "maxResTime": 90,
      "pct1ResTime": 20, "pct2ResTime": 30, "pct3ResTime": 40, "throughput": 4.5}}
      """)
    let load = try #require(reading.measurements.load)
    #expect(load.errorRate == 0.005)
    #expect(load.latency["p90"] == 20)
    #expect(load.throughput == 4.5)
    #expect(Made.read(.jmeter, "{\"a\": {}}").outcome == .broken)
  }
}
