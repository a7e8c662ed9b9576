import ReportReading

/// The Test Anything Protocol (testanything.org, versions 12 to 14): top-level lines count,
/// nested subtests are indented and their parent says what became of them.
struct TAPReport {
  private var plan: Int?
  private var bailedOut = false
  private var cases = 0
  private var todo = 0
  private var tests: [TestCase] = []
  private let place: String

  static func read(_ file: DecodedFile, into run: inout TestRun) throws {
    var report = TAPReport(place: file.name)
    for line in file.bytes.split(separator: 0x0a) { report.take(line) }
    guard report.plan != nil || report.cases > 0 || report.bailedOut else {
      throw EvidenceError("\(file.name) is not TAP: no plan and no test line")
    }
    run.saw("tap")
    for test in report.tests { run.ledger.add(test) }
    report.judge(&run)
    run.further.set("todo", report.todo)
    run.further.set("plan", report.plan)
    run.further.set("plan_met", report.plan == report.cases)
    run.further.set("skip_all", report.plan == 0)
  }

  private init(place: String) { self.place = place }

  private func judge(_ run: inout TestRun) {
    run.todo = run.todo.plus(todo)
    if bailedOut {
      run.reading.problems.append("\(place): the run bailed out")
      run.reading.fail(EvidenceFailure(.tool, "bail out", "the run bailed out"))
    }
    guard let plan else {
      run.reading.problems.append("\(place) holds no plan: nothing says that it is whole")
      return
    }
    if plan != cases {
      run.reading.problems.append("\(place): \(plan) tests were planned, \(cases) are there")
    }
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    let line = bytes.last == 0x0d ? bytes.dropLast() : bytes
    if line.starts(with: "Bail out!".utf8) { bailedOut = true }
    if let planned = Self.plan(line) { plan = planned }
    let failed = line.starts(with: "not ok".utf8)
    guard failed || line.starts(with: "ok".utf8) else { return }
    let rest = line.dropFirst(failed ? 6 : 2)
    if let next = rest.first, Self.isWord(next) { return }
    cases += 1
    let text = rest.drop { $0 == 0x20 || $0 == 0x09 }.drop { (0x30...0x39).contains($0) }
    add(failed: failed, String(decoding: text, as: UTF8.self))
  }

  private mutating func add(failed: Bool, _ text: String) {
    let directive = Self.directive(text)
    var words = directive.map { String(text[..<$0.at]) } ?? text
    words = String(words.drop { $0 == " " || $0 == "-" }.prefix(400))
    let name = words.isEmpty ? "test \(cases)" : words
    if directive?.word == "todo" {
      todo += 1
      return
    }
    let status: TestCase.Status = directive != nil ? .skipped : failed ? .failed : .passed
    tests.append(TestCase(key: [place, String(cases)], name: name, status: status))
  }

  /// `# SKIP` or `# TODO`, in any case, and where it begins.
  private static func directive(_ text: String) -> (word: String, at: String.Index)? {
    var from = text.startIndex
    while let hash = text[from...].firstIndex(of: "#") {
      let rest = text[text.index(after: hash)...].drop { $0.isWhitespace }
      let word = rest.prefix(4).lowercased()
      if word == "skip" || word == "todo" { return (word, hash) }
      from = text.index(after: hash)
    }
    return nil
  }

  /// The last number of `1..N` at the beginning of a line.
  private static func plan(_ line: ArraySlice<UInt8>) -> Int? {
    let first = line.prefix { (0x30...0x39).contains($0) }
    let rest = line.dropFirst(first.count)
    guard !first.isEmpty, rest.starts(with: "..".utf8) else { return nil }
    let last = rest.dropFirst(2).prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: last, as: UTF8.self))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
