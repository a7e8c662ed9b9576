import FindingModel
import ReportReading

/// JUnit XML, Playwright's and mocha's JSON, Failsafe's summary and TAP, in any number of files:
/// the files are one set of tests.
enum TestEvidence {
  /// The format's name where pytest wrote the JUnit XML.
  static let pytest = "junit (pytest)"

  static func read(_ kind: EvidenceKind, _ files: [DecodedFile]) throws -> EvidenceReading {
    var run = TestRun(EvidenceReading(kind))
    for file in files {
      do {
        try read(kind, file, into: &run)
      } catch let error as ReportError {
        throw EvidenceError("\(file.name): \(error)")
      }
    }
    return run.finished()
  }

  /// The tests of one JUnit or TAP file by name, for checks that a test tool made.
  static func results(_ file: DecodedFile) throws -> (
    format: String, cases: [(String, TestCase.Status)], problems: [String], madeAt: Timestamp?
  ) {
    var run = TestRun(EvidenceReading(.check))
    try read(file.isXML ? .junit : .tap, file, into: &run)
    let reading = run.finished()
    return (reading.format, run.ledger.results, reading.problems, reading.madeAt)
  }

  private static func read(_ kind: EvidenceKind, _ file: DecodedFile, into run: inout TestRun)
    throws
  {
    switch kind {
    case .playwright: try PlaywrightReport.read(file, into: &run)
    case .tap: try TAPReport.read(file, into: &run)
    default:
      if file.isXML {
        try JUnitReport.read(file, into: &run)
      } else if file.isJSON {
        try MochaReport.read(file, into: &run)
      } else {
        throw EvidenceError("\(file.name) is neither JUnit XML nor mocha JSON")
      }
    }
  }
}
