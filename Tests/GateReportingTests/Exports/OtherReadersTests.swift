import FindingModel
import Foundation
import TestSupport
import Testing

@testable import GateReporting

/// Python with `junitparser`, where it is installed.
enum OtherReaders {
  static let python: String? = {
    let path = Shared.projectRoot.appending(path: ".build-tools/python/bin/python3")
      .path(percentEncoded: false)
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()
}

/// Exports through readers that are not ours: `junitparser` and Python's CSV reader.
@Suite(
  .enabled(if: OtherReaders.python != nil, "junitparser is missing: .ci/install-test-tools"))
struct OtherReadersTests {
  private struct Numbers: Decodable {
    struct JUnit: Decodable { var cases, failures, errors, skipped: Int }
    struct Table: Decodable { var rows, failing: Int }
    var junit: JUnit
    var csv: Table
  }

  private func read(_ outcome: GateOutcome) throws -> Numbers {
    let folder = try TemporaryDirectory()
    try folder.write(Data(try JUnitReport().bytes(of: outcome)), to: "report.xml")
    try folder.write(Data(try CSVReport().bytes(of: outcome)), to: "report.csv")
    let script = Shared.projectRoot.appending(path: "Tests/ReaderChecks/read_exports.py")
    let command = try Command.run(
      [try #require(OtherReaders.python), script.path(percentEncoded: false), folder.path])
    try #require(command.status == 0, "\(command.errorText)")
    return try JSONDecoder().decode(Numbers.self, from: command.output)
  }

  @Test(arguments: [
    SampleOutcome.noGo(), SampleOutcome.go(), SampleOutcome.incomplete(), SampleOutcome.large(900),
    HostileOutcome.make(HostileOutcome.texts[0]), HostileOutcome.make("a,\"b\"\r\n=1"),
  ])
  func `other readers see the numbers of the judgement`(_ outcome: GateOutcome) throws {
    let numbers = try read(outcome)
    let failing = outcome.findings.count { $0.failing == true }
    // What is fixed is a row of the table and no case.
    let present = outcome.findings.filter { $0.state != .fixed }
    let settled = present.count - failing
    #expect(numbers.csv.rows == outcome.findings.count)
    #expect(numbers.csv.failing == failing)
    #expect(numbers.junit.failures >= failing)
    #expect(numbers.junit.skipped >= settled)
    #expect(numbers.junit.cases >= present.count + outcome.conditions.count)
    #expect((numbers.junit.failures + numbers.junit.errors == 0) == (outcome.verdict == .pass))
  }
}
