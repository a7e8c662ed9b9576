import FindingModel
import ReportReading
import Testing

@testable import LaunchEvidence

/// Whatever the bytes are, the answer is a reading.
struct HostileEvidenceTests {
  private static let seeds: [String] = [
    "<testsuites><testsuite name='a' tests='3'><testcase name='x' time='1'><failure/></testcase></testsuite></testsuites>",
    "<coverage line-rate='0.5'><packages><package><classes><class filename='a'><lines><line number='1' hits='1' branch='true' condition-coverage='50% (1/2)'/></lines></class></classes></package></packages></coverage>",
    "<report><package name='p'><sourcefile name='f'><counter type='LINE' missed='1' covered='2'/></sourcefile></package></report>",
    "{\"metrics\":{\"http_reqs\":{\"count\":9,\"rate\":1},\"http_req_duration\":{\"med\":1,\"thresholds\":{\"a\":true}}},\"root_group\":{\"checks\":{}}}",
    "[{\"response_times\":{\"10\":3},\"num_requests\":3,\"num_failures\":0,\"start_time\":1,\"last_request_timestamp\":2}]",
    "{\"aggregate\":{\"counters\":{\"http.requests\":3,\"errors.E\":1},\"summaries\":{\"http.response_time\":{\"p95\":3}}}}",
    "timeStamp,elapsed,label,responseMessage,success\n1,2,a,OK,true\n",
    "Type,Name,Request Count,Failure Count\nGET,/,3,0\n,Aggregated,3,0\n",
    "SF:a\nDA:1,1\nBRDA:1,0,0,1\nFNDA:1,f\nend_of_record\n",
    "TAP version 13\n1..2\nok 1\nnot ok 2 # TODO\n",
    "{\"suites\":[{\"specs\":[{\"tests\":[{\"status\":\"flaky\",\"results\":[{},{}]}]}]}],\"errors\":[]}",
    "{\"http_code\":200,\"exitcode\":0,\"url\":\"http://a/b\"}",
    "{\"status\":\"UP\",\"components\":{\"a\":{\"status\":\"UP\"}}}",
    "{\"total\":{\"lines\":{\"total\":2,\"covered\":1,\"pct\":50}}}",
  ]

  @Test(arguments: EvidenceKind.allCases)
  func `cut, flipped and doubled bytes never stop the program`(_ kind: EvidenceKind) {
    var state: UInt64 = 88_172_645_463_325_252
    func random(below bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(1, bound)))
    }
    for seed in Self.seeds {
      for _ in 0..<60 {
        var bytes = Array(seed.utf8)
        for _ in 0...random(below: 4) where !bytes.isEmpty {
          switch random(below: 4) {
          case 0: bytes.removeLast(random(below: bytes.count))
          case 1: bytes[random(below: bytes.count)] = UInt8(random(below: 256))
          case 2: bytes.insert(contentsOf: "9".utf8, at: random(below: bytes.count))
          default: bytes += bytes.prefix(random(below: bytes.count))
          }
        }
        let file = EvidenceFile(name: "f", bytes: bytes)
        let reading = EvidenceCatalog.read(kind, files: [file], exitCode: random(below: 200))
        #expect(reading.outcome != .broken || reading.problems.count == 1)
        #expect(throws: Never.self) { try JSONReader.document(Array(reading.json.utf8)) }
      }
    }
  }

  @Test(arguments: [
    "1e999", "-1", "9223372036854775807", "99999999999999999999999", "0.5", "\"x\"",
  ])
  func `numbers beyond all measure are unknown, not wrapped round`(_ number: String) {
    let k6 = Made.read(
      .k6,
      """
      {"metrics": {"http_reqs": {"count": \(number), "rate": \(number)}, "iterations": {"count": 1},
      "dropped_iterations": {"count": \(number)}, "http_req_failed": {"passes": \(number),
      "value": \(number)}, "http_req_duration": {"med": \(number)}}, "root_group":
      {"checks": {"a": {"passes": \(number), "fails": \(number)}}}}
      """)
    #expect(k6.measurements.load?.requests == nil)
    #expect(k6.outcome == .partial)
    let quoted = number.replacing("\"", with: "")
    let suite = "<testsuite tests='\(quoted)' failures='\(quoted)'/>"
    #expect(Made.read(.junit, suite).outcome == .partial)
    let locust = """
      [{"response_times": {"\(quoted)": \(number)}, "num_requests": \(number), "start_time": \(number),
      "last_request_timestamp": \(number), "num_failures": 0}]
      """
    #expect(Made.read(.locust, locust + "").outcome == .partial)
  }

  @Test func `sums saturate`() {
    let big = "9007199254740992"
    let member = "{\"passes\": \(big), \"fails\": \(big)}"
    let checks = (0..<2000).map { "\"c\($0)\": \(member)" }.joined(separator: ",")
    let reading = Made.read(
      .k6,
      "{\"metrics\": {\"http_reqs\": {\"count\": 1}}, \"root_group\": {\"checks\": {\(checks)}}}")
    #expect(reading.numbers.value["checks"]["passed"].integer == .max)
  }

  @Test func `names of tests cannot break the JSON or a terminal`() throws {
    let reading = Made.read(
      .junit,
      "<testsuite><testcase name='&#27;[2J&quot;\u{202e}evil'><failure/></testcase></testsuite>")
    #expect(!reading.json.utf8.contains(0x1b))
    let json = try JSONReader.document(Array(reading.json.utf8))
    #expect(json["failures"].elements[0]["name"].string == "\u{1b}[2J\"\u{202e}evil")
  }

  @Test func `masking reaches every text of foreign origin`() {
    struct Stars: TextMasking {
      func masked(_ text: String) -> String { text.replacing("hunter2", with: "***") }
    }
    let junit = Made.read(
      .junit, "<testsuite><testcase name='hunter2'><failure/></testcase></testsuite>")
    #expect(junit.json.contains("hunter2"))
    #expect(!junit.masked(by: Stars()).json.contains("hunter2"))
    let curl = Made.read(
      .check,
      "{\"http_code\": 0, \"exitcode\": 7, \"errormsg\": \"hunter2\", \"url\": \"http://a/hunter2\"}"
    )
    #expect(!curl.masked(by: Stars()).json.contains("hunter2"))
  }

  @Test func `gzip, UTF-16 and CRLF are read`() {
    let text = "TAP version 13\r\n1..1\r\nok 1 - a\r\n"
    #expect(Made.read(.tap, text).outcome == .clean)
    let utf16 = text.utf16.reduce(into: [UInt8]([0xff, 0xfe])) { bytes, unit in
      bytes += [UInt8(unit & 0xff), UInt8(unit >> 8)]
    }
    let reading = EvidenceCatalog.read(.tap, files: [EvidenceFile(name: "a", bytes: utf16)])
    #expect(reading.outcome == .clean)
  }

  @Test func `no file is broken`() {
    #expect(EvidenceCatalog.read(.k6, files: []).outcome == .broken)
  }
}
