import FindingModel
import ReportReading

/// Coverage in any of its formats. Several files are parts of one: lines of the same file are
/// merged, counts are added where no file is counted twice.
enum CoverageEvidence {
  static func read(_ files: [DecodedFile]) throws -> EvidenceReading {
    var reports: [CoverageReport] = []
    for file in files {
      do {
        reports.append(try CoverageFormats.read(file))
      } catch let error as ReportError {
        throw EvidenceError("\(file.name): \(error)")
      }
    }
    var reading = EvidenceReading(.coverage)
    let whole = try joined(reports)
    reading.format = Set(reports.map(\.format)).sorted().joined(separator: ", ")
    reading.numbers = numbers(of: whole)
    for report in reports {
      reading.made(report.madeAt)
      reading.toolVersion = reading.toolVersion ?? report.toolVersion
      reading.problems += report.problems
      reading.notes += report.notes
      reading.advice.merge(report.advice) { first, _ in first }
    }
    measure(whole, &reading)
    return reading
  }

  private static func measure(_ report: CoverageReport, _ reading: inout EvidenceReading) {
    var coverage = CoverageMeasurements()
    let lines = report.stricter ?? report.lines
    coverage.linesCovered = lines?.measured?.covered
    coverage.linesValid = lines?.measured?.valid
    coverage.branchesCovered = report.branches?.measured?.covered
    coverage.branchesValid = report.branches?.measured?.valid
    coverage.files = report.files
    coverage.components = CoverageComponents.of(report.byFile)
    reading.measurements.coverage = coverage
    let isMeasured = (lines ?? report.functions ?? report.branches)?.measured != nil
    reading.looked = isMeasured ? .yes : .unknown
    if !isMeasured { reading.problems.append("not one line was measured") }
    if coverage.branchesValid == nil {
      reading.advice["branches"] =
        reading.advice["branches"] ?? "branches were not measured: switch branch coverage on"
    }
  }

  private static func joined(_ reports: [CoverageReport]) throws -> CoverageReport {
    guard reports.count > 1 else {
      guard let only = reports.first else { throw EvidenceError("no file was given") }
      return only
    }
    let places = reports.compactMap(\.places)
    if places.count == reports.count { return merged(places) }
    var whole = CoverageReport("joined")
    for report in reports {
      let names = report.places?.byFile ?? report.byFile
      guard !names.isEmpty, report.lines != nil else {
        throw EvidenceError(
          "\(report.format) does not name its files with lines, so that it cannot be joined with "
            + "other files: add it by itself")
      }
      guard names.keys.allSatisfy({ whole.byFile[$0] == nil }) else {
        throw EvidenceError(
          "two of the files count the same source file, and counts cannot be merged: merge them "
            + "with the coverage tool, or give Cobertura or lcov")
      }
      whole.byFile.merge(names) { first, _ in first }
      whole.lines = sum(whole.lines, report.stricter ?? report.lines)
      whole.branches = sum(whole.branches, report.branches)
    }
    whole.files = whole.byFile.count
    return numbered(whole)
  }

  private static func merged(_ places: [LineCoverage]) -> CoverageReport {
    var all = LineCoverage()
    for place in places { all.merge(place) }
    var whole = CoverageReport("merged")
    whole.lines = all.lineCount
    whole.branches = all.branchCount
    whole.byFile = all.byFile
    whole.files = all.fileCount
    return numbered(whole)
  }

  private static func numbered(_ report: CoverageReport) -> CoverageReport {
    var report = report
    report.numbers.set("files", report.files)
    return report
  }

  private static func numbers(of report: CoverageReport) -> Numbers {
    var numbers = Numbers()
    numbers.set("line", report.lines?.numbers)
    numbers.set("branch", report.branches?.measured?.numbers)
    numbers.set("function", report.functions?.numbers)
    for (name, value) in report.numbers.members { numbers.set(name, value) }
    return numbers
  }

  private static func sum(_ left: CoverageCount?, _ right: CoverageCount?) -> CoverageCount? {
    guard let left, let right else { return left ?? right }
    return left + right
  }
}
