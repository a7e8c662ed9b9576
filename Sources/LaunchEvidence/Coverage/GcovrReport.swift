import ReportReading

/// gcovr's summary JSON; its percentages are 0 to 100 and say 100 for nothing, so only counts
/// are taken.
enum GcovrReport {
  static func read(_ document: JSONValue) -> CoverageReport {
    var report = CoverageReport("gcovr")
    report.lines = count(document, "line")
    report.branches = count(document, "branch")?.measured
    report.functions = count(document, "function")
    for file in document["files"].elements {
      guard let name = file["filename"].text else { continue }
      report.byFile[name] = count(file, "line")
    }
    report.files = document["files"].elements.count
    report.numbers.set("files", report.files)
    return report
  }

  private static func count(_ value: JSONValue, _ name: String) -> CoverageCount? {
    CoverageCount(value[name + "_covered"].count, value[name + "_total"].count)
  }
}
