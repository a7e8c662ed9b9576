import ReportReading

/// Finds out which coverage format a file is.
enum CoverageFormats {
  static func read(_ file: DecodedFile) throws -> CoverageReport {
    if file.isXML { return try xml(file) }
    if file.isJSON { return try json(file) }
    return try LCOVReport.read(file)
  }

  private static func xml(_ file: DecodedFile) throws -> CoverageReport {
    let root = try XMLReader.read(file.bytes, elements: ["packages", "package", "project"]) {
      _, _ in
    }
    switch root.name {
    case "coverage" where root.attributes["line-rate"] != nil || isCobertura(file):
      return try CoberturaReport.read(file)
    case "coverage": return try CloverReport.read(file)
    case "report": return try JaCoCoReport.read(file)
    case "testsuites", "testsuite":
      throw EvidenceError("\(file.name) is JUnit XML: add it with `junit`")
    default:
      throw EvidenceError("\(file.name) is XML, but neither Cobertura, Clover nor JaCoCo")
    }
  }

  /// Cobertura without rates at its root still has its packages, where Clover has projects.
  private static func isCobertura(_ file: DecodedFile) -> Bool {
    let root = try? XMLReader.document(file.bytes, skipping: ["packages", "project"])
    return root?["packages"] != nil
  }

  private static func json(_ file: DecodedFile) throws -> CoverageReport {
    let report = try file.json()
    if report["totals"].has("num_statements") { return CoveragePyReport.read(report) }
    if report["total"]["lines"].has("pct") { return IstanbulReport.read(report) }
    if report["type"].string == "llvm.coverage.json.export" {
      return try LLVMReport.read(report)
    }
    if report.has("gcovr/summary_format_version") { return GcovrReport.read(report) }
    throw EvidenceError("\(file.name) is JSON, but no coverage" + FormatGuess.hint(report))
  }
}
