import ReportReading
import Testing

struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONValue {
    try JSONReader.document(Array(text.utf8))
  }

  @Test func `values read as they are written`() throws {
    let value = try read(
      #" {"a": [1, -2.5e3, "x", true, false, null], "b": {"c": "\u00e9\ud83d\ude00\n\/"}} "#)
    #expect(value["a"].elements.count == 6)
    #expect(value["a"].elements[0].integer == 1)
    #expect(value["a"].elements[1].real == -2500)
    #expect(value["a"].elements[3].flag == true)
    #expect(value["a"].elements[5].isNull)
    #expect(value["b"]["c"].string == "é😀\n/")
    #expect(value["nothing"]["at"]["all"].isNull)
  }

  @Test func `of equal names the first counts`() throws {
    let many = (0..<40).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    let value = try read("{\"a\":1,\"a\":2,\(many),\"k7\":99}")
    #expect(value["a"].integer == 1)
    #expect(value["k7"].integer == 7)
    #expect(value["k39"].integer == 39)
    #expect(value.members.count == 41)
  }

  @Test func `huge numbers stay text and do not overflow`() throws {
    let value = try read("[1e999, 123456789012345678901234567890, \"12\", 3.0]")
    #expect(value.elements[0].real == nil)
    #expect(value.elements[0].integer == nil)
    #expect(value.elements[1].integer == nil)
    #expect(value.elements[1].scalar == "123456789012345678901234567890")
    #expect(value.elements[2].integer == 12)
    #expect(value.elements[3].integer == 3)
  }

  @Test(arguments: [
    "NaN", "[Infinity]", "-Infinity", "{\"a\":nan}", "[1,]", "{\"a\":1,}", "{a:1}", "[01]", "1.",
    "'x'", "\"\\x\"", "\"\u{1}\"", "{\"a\" 1}", "[1 2]", "[] []", "\"", "[\"\\u12\"]", "tru",
    "<html></html>", "{\"a\":", "[", "-",
  ])
  func `what is no JSON is an error with its place`(_ text: String) {
    let error = #expect(throws: ReportError.self) { try read(text) }
    #expect(error?.code == .malformed)
    #expect(error?.offset != nil)
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func `100,000 levels are an error and no crash`(_ opening: String) {
    let error = #expect(throws: ReportError.self) {
      try read(String(repeating: opening, count: 100_000))
    }
    #expect(error?.code == .limit)
  }

  @Test func `strings and values have limits`() {
    var limits = ReportLimits()
    limits.stringBytes = 8
    limits.values = 5
    for text in ["\"123456789\"", "\"\\n23456789\"", "[1,2,3,4,5,6]"] {
      let error = #expect(throws: ReportError.self) {
        try JSONReader.document(Array(text.utf8), limits: limits)
      }
      #expect(error?.code == .limit)
    }
  }

  @Test func `invalid UTF-8 and lone surrogates become replacement characters`() throws {
    #expect(try read(#""\ud800x""#).string == "\u{fffd}x")
    let bytes: [UInt8] = [0x22, 0x61, 0xff, 0x62, 0x22]
    #expect(try JSONReader.document(bytes).string == "a\u{fffd}b")
  }

  @Test func `arrays are handed over element by element`() throws {
    let text = #"""
      {"runs":[{"results":[{"a":1},{"a":2}],"tool":"x"},{"tool":"y"},{"results":[{"a":3}]}],"v":1}
      """#
    var seen: [[Int]] = []
    let rest = try JSONReader.read(Array(text.utf8), elementsOf: "runs.*.results") {
      place, value in
      seen.append([place.indices[0], place.index, value["a"].integer ?? -1])
    }
    #expect(seen == [[0, 0, 1], [0, 1, 2], [2, 0, 3]])
    #expect(rest["v"].integer == 1)
    #expect(rest["runs"].elements.map { $0["tool"].string } == ["x", "y", nil])
    #expect(rest["runs"].elements[0]["results"] == .array([]))
    #expect(!rest["runs"].elements[1].has("results"))
    #expect(try JSONReader.read(Array(text.utf8), without: "runs.*.results") == rest)
  }

  @Test func `a pattern may name alternatives or the top`() throws {
    let text = #"{"R":[{"V":[1],"S":[2,3]}]}"#
    var seen: [String] = []
    _ = try JSONReader.read(Array(text.utf8), elementsOf: "R.*.V|S") { place, value in
      seen.append("\(place.member)\(value.scalar ?? "")")
    }
    #expect(seen == ["V1", "S2", "S3"])
    var count = 0
    _ = try JSONReader.read(Array("[1,2,3]".utf8), elementsOf: "") { _, _ in count += 1 }
    #expect(count == 3)
  }

  @Test func `left out elements are checked all the same`() {
    #expect(throws: ReportError.self) {
      try JSONReader.read(Array(#"{"r":[{"a":nope}]}"#.utf8), without: "r")
    }
  }

  @Test func `lines read on their own`() {
    var good = 0
    var bad: [Int] = []
    JSONLines.read(Array("{\"a\":1}\r\n\nlog line\n{\"a\":2}".utf8)) { line in
      if case .success = line.value { good += 1 } else { bad.append(line.number) }
    }
    #expect(good == 2)
    #expect(bad == [3])
  }
}

struct JSONLinesTests {
  private func read(_ text: String, piece: Int, limits: ReportLimits = ReportLimits()) -> [String] {
    var lines = JSONLines(limits: limits)
    var said: [String] = []
    let each: (JSONLines.Line) -> Void = { line in
      switch line.value {
      case .success(let value): said.append("\(line.number): \(value["a"].scalar ?? "-")")
      case .failure(let error): said.append("\(line.number): \(error)")
      }
    }
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      lines.take(Array(bytes[start..<min(start + piece, bytes.count)]), each: each)
    }
    lines.finish(each: each)
    return said
  }

  @Test(arguments: [1, 3, 8, 1000]) func `lines are the same in any pieces`(_ piece: Int) {
    let said = read("{\"a\":1}\n\n  \r\n{\"a\":2}\r\n{\"a\":", piece: piece)
    #expect(said.prefix(2) == ["1: 1", "4: 2"])
    #expect(said.count == 3)
    #expect(said.last == "5: the JSON document is cut short (at byte 27)")
  }

  @Test(arguments: [1, 4, 1000]) func `a line over the limit is named and the next one read`(
    _ piece: Int
  ) {
    var limits = ReportLimits()
    limits.stringBytes = 10
    let said = read("{\"a\":\"0123456789\"}\n{\"a\":1}", piece: piece, limits: limits)
    #expect(said.count == 2)
    #expect(said[0].hasPrefix("1: a line longer than 10 bytes"))
    #expect(said[1] == "2: 1")
  }
}
