import ReportReading

/// lcov tracefiles: DA and BRDA records are counted, the sums beside them are only shown.
struct LCOVReport {
  private var places = LineCoverage()
  private var functions: [String: Bool] = [:]
  private var declared: [String: Int] = [:]
  private var file: Int?
  private var fileName = ""
  private var isOpen = false
  private var records = 0
  private var unreadable = 0

  static func read(_ file: DecodedFile) throws -> CoverageReport {
    var reader = LCOVReport()
    for line in file.bytes.split(separator: 0x0a) {
      reader.take(String(decoding: line, as: UTF8.self).trimmingSpace)
    }
    guard reader.places.fileCount > 0 else {
      throw EvidenceError("\(file.name) is no coverage that is known: neither XML, JSON nor lcov")
    }
    return reader.report
  }

  private mutating func take(_ line: String) {
    if line == "end_of_record" {
      records += 1
      isOpen = false
      return
    }
    guard let colon = line.firstIndex(of: ":") else { return }
    let value = line[line.index(after: colon)...]
    switch line[..<colon] {
    case "SF":
      fileName = String(value)
      file = places.file(fileName)
      isOpen = true
    case "DA": if !data(value) { unreadable += 1 }
    case "BRDA": if !branch(value) { unreadable += 1 }
    case "FNDA": function(value)
    case let name where ["LF", "LH", "BRF", "BRH", "FNF", "FNH"].contains(name):
      let count = LenientNumber.count(String(value)) ?? 0
      declared[String(name), default: 0] = (declared[String(name)] ?? 0).plus(count)
    default: return
    }
  }

  /// `line,hits[,checksum]`; hits may be beyond 32 bits, or negative in old files.
  private mutating func data(_ value: Substring) -> Bool {
    let parts = value.split(separator: ",", omittingEmptySubsequences: false)
    guard let file, parts.count >= 2, let line = Int(parts[0]),
      let hits = LenientNumber.real(String(parts[1]))
    else { return false }
    places.add(file: file, line: line, isCovered: hits >= 1)
    return true
  }

  /// `line,block,branch,taken`, where the branch may be text with commas and taken `-` for never.
  private mutating func branch(_ value: Substring) -> Bool {
    guard let file, let last = value.lastIndex(of: ","),
      let line = Int(value.prefix { $0 != "," })
    else { return false }
    let taken = value[value.index(after: last)...]
    let hits = taken == "-" || taken.isEmpty ? 0 : LenientNumber.real(String(taken))
    guard let hits else { return false }
    places.add(
      file: file, line: line, detail: String(value[..<last]), covered: hits >= 1 ? 1 : 0, valid: 1)
    return true
  }

  private mutating func function(_ value: Substring) {
    guard let comma = value.firstIndex(of: ","),
      let hits = LenientNumber.real(String(value[..<comma]))
    else { return }
    let name = fileName + "\n" + value[value.index(after: comma)...]
    functions[name] = (functions[name] ?? false) || hits >= 1
  }

  private var report: CoverageReport {
    var report = CoverageReport("lcov")
    report.places = places
    report.lines = places.lineCount
    report.branches = places.branchCount
    report.functions =
      CoverageCount(
        covered: functions.values.count { $0 }, valid: functions.count
      ).measured
    report.byFile = places.byFile
    report.files = places.fileCount
    report.numbers.set("files", places.fileCount)
    report.numbers.set("records", records)
    var sums = Numbers()
    for (name, count) in declared.sorted(by: { $0.key < $1.key }) { sums.set(name, count) }
    report.numbers.set("declared", sums)
    report.numbers.set("truncated", isOpen)
    report.numbers.set("bad_lines", unreadable)
    if isOpen { report.problems.append("the last record has no end: cut short") }
    if unreadable > 0 { report.problems.append("\(unreadable) records cannot be read") }
    return report
  }
}

extension String {
  fileprivate var trimmingSpace: String {
    guard let first = utf8.firstIndex(where: { $0 > 0x20 }),
      let last = utf8.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(self[first...last])
  }
}
