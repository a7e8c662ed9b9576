import FindingModel
import ReportReading

/// Smoke checks: secgate's own list, curl's `-w '%{json}'`, health endpoints, JUnit or TAP.
enum CheckEvidence {
  static func read(_ files: [DecodedFile]) throws -> EvidenceReading {
    var reading = EvidenceReading(.check)
    var checks: [CheckMeasurement] = []
    for file in files {
      if file.isJSON {
        let before = checks.count
        try CheckDocuments.read(file, into: &reading, &checks)
        if checks.count == before { reading.problems.append("\(file.name) holds no check") }
      } else {
        try tests(file, into: &reading, &checks)
      }
    }
    reading.measurements.checks = checks
    for check in checks where check.status == "fail" {
      reading.fail(EvidenceFailure(.check, check.name, "a check failed"))
    }
    let done = checks.contains { $0.status != "skip" }
    reading.looked = done ? .yes : .unknown
    if !done { reading.problems.append("no check was made") }
    return reading
  }

  private static func tests(
    _ file: DecodedFile, into reading: inout EvidenceReading, _ checks: inout [CheckMeasurement]
  ) throws {
    let results = try TestEvidence.results(file)
    reading.format = results.format
    reading.problems += results.problems
    reading.made(results.madeAt)
    for (name, status) in results.cases {
      let word =
        switch status {
        case .passed: "pass"
        case .failed, .errored: "fail"
        case .skipped: "skip"
        }
      checks.append(CheckMeasurement(name: name, status: word))
    }
  }
}
