import ReportReading

/// llvm-cov's JSON export, as `swift test --enable-code-coverage` writes it. Its totals hold the
/// tests, the dependencies and the generated runner too.
enum LLVMReport {
  static func read(_ document: JSONValue) throws -> CoverageReport {
    let data = document["data"].elements
    guard data.count == 1, let export = data.first else {
      throw EvidenceError("an llvm-cov export of \(data.count) parts where one should stand")
    }
    let files = export["files"].elements
    let own = files.filter { $0["filename"].string?.contains("/Sources/") ?? false }
    var report = CoverageReport("llvm-cov")
    report.lines = count(export["totals"]["lines"])
    report.branches = count(export["totals"]["branches"])?.measured
    report.functions = count(export["totals"]["functions"])
    for file in own.isEmpty ? files : own {
      guard let name = file["filename"].text else { continue }
      report.byFile[name] = count(file["summary"]["lines"])
    }
    report.files = own.isEmpty ? files.count : own.count
    report.numbers.set("files", files.count)
    report.numbers.set("version", document["version"].text)
    guard !own.isEmpty else { return report }
    let lines = sum(own.map { $0["summary"]["lines"] })
    report.numbers.set("line_sources_only", lines.numbers)
    report.stricter = lines
    report.branches = sum(own.map { $0["summary"]["branches"] }).measured
    report.notes.append(
      "\(files.count - own.count) of \(files.count) files are not under Sources and do not count")
    return report
  }

  private static func count(_ value: JSONValue) -> CoverageCount? {
    CoverageCount(value["covered"].count, value["count"].count)
  }

  private static func sum(_ values: [JSONValue]) -> CoverageCount {
    values.compactMap(count).reduce(CoverageCount(covered: 0, valid: 0), +)
  }
}
