import ReportReading

/// Istanbul's `coverage-summary.json`; a percentage is `Unknown` for 0 of 0.
enum IstanbulReport {
  static func read(_ document: JSONValue) -> CoverageReport {
    let total = document["total"]
    var report = CoverageReport("istanbul")
    report.lines = count(total["lines"])
    report.branches = count(total["branches"])?.measured
    report.functions = count(total["functions"])
    for file in document.members where file.key != "total" {
      if let lines = count(file.value["lines"]) { report.byFile[file.key] = lines }
    }
    report.files = document.members.count - 1
    var declared = Numbers()
    for part in total.members { declared.set(part.key, part.value["pct"]) }
    report.numbers.set("statement", count(total["statements"])?.numbers)
    report.numbers.set("files", report.files)
    report.numbers.set("declared_pct", declared)
    return report
  }

  /// Counts are whole numbers, except where a report was made by hand; those are rounded down.
  private static func count(_ value: JSONValue) -> CoverageCount? {
    guard let covered = value["covered"].real, let total = value["total"].count, covered >= 0,
      var count = CoverageCount(min(Int(exactly: covered.rounded(.down)) ?? .max, total), total)
    else { return nil }
    if covered != covered.rounded(), total > 0 { count.unroundedRate = covered / Double(total) }
    return count
  }
}
