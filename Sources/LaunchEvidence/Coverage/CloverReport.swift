import ReportReading

/// Clover XML: statements, conditionals and methods; lines are not what it counts.
enum CloverReport {
  static func read(_ file: DecodedFile) throws -> CoverageReport {
    let root = try XMLReader.document(
      file.bytes, skipping: ["package", "file", "testproject"], limits: file.limits)
    let metrics = root.all("project").flatMap { $0.all("metrics") }
    guard !metrics.isEmpty else {
      throw EvidenceError("\(file.name) is Clover XML without metrics of a project: nothing in it")
    }
    let sum = { (name: String) -> CoverageCount? in
      CoverageCount(
        metrics.map { LenientNumber.count($0.attributes["covered" + name]) ?? 0 }.total,
        metrics.map { LenientNumber.count($0.attributes[name]) ?? 0 }.total)
    }
    var report = CoverageReport("clover")
    let statements = sum("statements")
    report.branches = sum("conditionals")?.measured
    report.functions = sum("methods")
    report.madeAt = ReportTime.either(LenientNumber.real(root.attributes["generated"]))
    report.numbers.set("statement", statements?.numbers)
    report.numbers.set("element", sum("elements")?.numbers)
    report.advice["lines"] =
      "Clover counts statements, not lines: write Cobertura or lcov to hold a target on lines"
    if statements?.measured == nil { report.problems.append("not one statement was measured") }
    return report
  }
}
