import FindingModel
import Foundation
import TestSupport
import Testing

@testable import GateReporting

/// Python with `junitparser`, `jsonschema` and `lxml`, where they are installed.
enum OtherReaders {
  static let python: String? = {
    let path = Shared.projectRoot.appending(path: ".build-tools/readers/bin/python3")
      .path(percentEncoded: false)
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()
}

/// Exports through readers and validators that are not ours: `junitparser`, Python's CSV reader, a
/// reader of GitHub's workflow commands,
/// `jsonschema` with the official schemas and `lxml` with the XSDs of Jenkins and Surefire.
@Suite(
  .enabled(if: OtherReaders.python != nil, "junitparser is missing: .ci/install-test-tools"))
struct OtherReadersTests {
  private struct Seen: Decodable {
    /// Vulnerabilities in all of GitLab's reports.
    var gitlab: Int
    /// By export and by what is counted.
    var counts: [String: [String: Int]]
    var problems: [String]
  }

  private func read(_ outcome: GateOutcome) throws -> Seen {
    let folder = try TemporaryDirectory()
    for (name, format) in ExportFormats.all {
      do throws(ReportError) {
        let bytes = try format.bytes(of: outcome)
        try? Data(bytes).write(to: folder.url.appending(path: name + ".txt"))
      } catch {
        // An export with nothing to say is refused, and is no file.
        try #require(error.code == .nothingToSay || error.code == .misleading)
      }
    }
    try folder.write(Data(JSONReport().bytes(of: outcome)), to: "report.json")
    try folder.write(ReportSchema.text, to: "report.schema.json")
    let script = Shared.projectRoot.appending(path: "Tests/ReaderChecks/read_exports.py")
    let schemas = ExportSchemas.directory.map { [$0.path(percentEncoded: false)] } ?? []
    let command = try Command.run(
      [try #require(OtherReaders.python), "-B", script.path(percentEncoded: false), folder.path]
        + schemas)
    try #require(command.status == 0, "\(command.errorText)")
    return try JSONDecoder().decode(Seen.self, from: command.output)
  }

  @Test(arguments: [
    SampleOutcome.noGo(), SampleOutcome.go(), SampleOutcome.incomplete(), SampleOutcome.large(900),
    HostileOutcome.make(HostileOutcome.texts[0]), HostileOutcome.make("a,\"b\"\r\n=1"),
    HostileOutcome.make("a%2Cline=7::b%0A::error::c,file=d:e"),
  ])
  func `other readers see the numbers of the judgement`(_ outcome: GateOutcome) throws {
    let seen = try read(outcome)
    #expect(seen.problems == [])
    let all = outcome.findings.count
    let open = outcome.findings.count { $0.state.isOpen }
    let fixed = outcome.findings.count { $0.state == .fixed }
    let failing = outcome.findings.count { $0.failing == true }
    #expect(seen.counts["json"] == ["findings": all, "failing": failing])
    #expect(seen.counts["csv"] == ["rows": all, "failing": failing])
    let incomplete = outcome.reasons.count { $0.kind == .incomplete }
    #expect(
      seen.counts["annotations"] == [
        "error": min(failing, 50), "warning": min(incomplete, 50), "notice": failing > 50 ? 1 : 0,
      ])
    let new = outcome.findings.count { $0.state == .new }
    #expect(
      seen.counts["sarif"] == ["results": all, "suppressed": all - open - fixed, "new": new])
    #expect(seen.counts["sarif-github"] == ["results": open, "suppressed": 0, "new": 0])
    let located = outcome.findings.count { finding in
      finding.state.isOpen && ExportFinding(finding).place.path != nil
    }
    #expect(seen.counts["codequality"] == ["issues": located])
    let kinds = Set(GitLabReport.kinds(in: outcome).map(\.category))
    let taken = outcome.findings.count {
      kinds.contains($0.category) && ($0.state.isOpen || $0.state == .falsePositive)
    }
    #expect(seen.gitlab == taken)
    let junit = try #require(seen.counts["junit"])
    // What is fixed is a row of the table and no case.
    let present = all - fixed
    #expect(junit["failures", default: 0] >= failing)
    #expect(junit["skipped", default: 0] >= present - failing)
    #expect(junit["cases", default: 0] >= present + outcome.conditions.count)
    let isRed = junit["failures", default: 0] + junit["errors", default: 0] > 0
    #expect(isRed == (outcome.verdict != .pass))
  }
}
