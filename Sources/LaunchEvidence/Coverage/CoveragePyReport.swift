import ReportReading

/// coverage.py's JSON. Its `percent_covered` mixes lines and branches, so that only counts are
/// taken.
enum CoveragePyReport {
  static func read(_ document: JSONValue) -> CoverageReport {
    let totals = document["totals"]
    let meta = document["meta"]
    var report = CoverageReport("coverage.py")
    report.lines = CoverageCount(totals["covered_lines"].count, totals["num_statements"].count)
    report.branches =
      CoverageCount(
        totals["covered_branches"].count, totals["num_branches"].count)?.measured
    for file in document["files"].members {
      let summary = file.value["summary"]
      if let count = CoverageCount(
        summary["covered_lines"].count, summary["num_statements"].count)
      {
        report.byFile[file.key] = count
      }
    }
    report.files = document["files"].members.count
    report.toolVersion = meta["version"].text
    report.madeAt = ReportTime.rfc3339(meta["timestamp"].string)
    var declared = Numbers()
    declared.set("percent_covered", totals["percent_covered"].real)
    declared.set("display", totals["percent_covered_display"].scalar)
    report.numbers.set("files", report.files)
    report.numbers.set("tool_version", report.toolVersion)
    report.numbers.set("format", meta["format"].count)
    report.numbers.set("branch_coverage", meta["branch_coverage"].flag)
    report.numbers.set("declared", declared)
    report.numbers.set("excluded_lines", totals["excluded_lines"].count)
    if report.branches == nil { report.advice["branches"] = "run coverage.py with --branch" }
    if let excluded = totals["excluded_lines"].count, excluded > 0 {
      report.notes.append("\(excluded) lines are excluded from the count")
    }
    return report
  }
}
