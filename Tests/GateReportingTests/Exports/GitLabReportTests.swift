import FindingModel
import Testing

@testable import GateReporting

@Suite struct GitLabReportTests {
  private static var outcomes: [GateOutcome] {
    [SampleOutcome.noGo(), SampleOutcome.go(), SampleOutcome.incomplete()]
      + HostileOutcome.texts.map(HostileOutcome.make)
  }

  @Test(
    .enabled(if: ExportSchemas.directory != nil, "the official schemas are not here"),
    arguments: GitLabReport.Kind.allCases)
  func `each report fits the schema of 15.2.1`(_ kind: GitLabReport.Kind) throws {
    let validator = try ExportSchemas.validator("gitlab/15.2.1-condensed.schema.json")
    for outcome in Self.outcomes {
      let tree = try JSONTree(GitLabReport(kind).bytes(of: outcome))
      #expect(validator.problems(in: tree) == [])
    }
  }

  @Test(
    .enabled(if: ExportSchemas.directory != nil, "the official schemas are not here"),
    arguments: [
      (GitLabReport.Kind.sast, "sast"), (.secretDetection, "secret-detection"),
      (.containerScanning, "container-scanning"),
    ])
  func `reports fit the official text of 15.0.7 too`(_ kind: GitLabReport.Kind, _ name: String)
    throws
  {
    let validator = try ExportSchemas.validator(
      "gitlab/15.0.7-\(name)-schema.json",
      others: ["security-report-format.json": "gitlab/15.0.7-security-report-format.json"])
    for outcome in Self.outcomes {
      #expect(validator.problems(in: try JSONTree(GitLabReport(kind).bytes(of: outcome))) == [])
    }
  }

  @Test(.enabled(if: ExportSchemas.directory != nil, "the official schemas are not here"))
  func `code quality fits what GitLab reads`() throws {
    let validator = try ExportSchemas.validator("gitlab/codequality-condensed.schema.json")
    for outcome in Self.outcomes {
      #expect(validator.problems(in: try JSONTree(CodeQualityReport().bytes(of: outcome))) == [])
    }
  }

  private func tree(_ kind: GitLabReport.Kind) throws -> JSONTree {
    try JSONTree(GitLabReport(kind).bytes(of: SampleOutcome.noGo()))
  }

  @Test func `the first identifier is the rule for code and the advisory for packages`() throws {
    let code = try tree(.sast)["vulnerabilities"]?[0]?["identifiers"]
    #expect(code?[0]?["value"]?.text == "B608")
    #expect(code?[1]?["type"]?.text == "cwe")
    let package = try tree(.dependencyScanning)["vulnerabilities"]?[0]?["identifiers"]
    #expect(package?[0]?["type"]?.text == "cve")
  }

  @Test func `times are UTC without a zone, and an incomplete run has failed`() throws {
    let scan = try #require(try tree(.secretDetection)["scan"])
    #expect(scan["start_time"]?.text == "2026-11-23T08:31:00")
    #expect(scan["status"]?.text == "failure")
    #expect(scan["messages"]?.items.count == 1)
    let whole = try JSONTree(GitLabReport(.sast).bytes(of: SampleOutcome.go()))
    #expect(whole["scan"]?["status"]?.text == "success")
  }

  @Test func `a type that nobody looked for is refused rather than empty`() throws {
    #expect(GitLabReport.kinds(in: SampleOutcome.empty()) == [.secretDetection])
    #expect(throws: ReportError.self) {
      try GitLabReport(.dast).bytes(of: SampleOutcome.empty())
    }
    #expect(GitLabReport.kinds(in: SampleOutcome.noGo()) == GitLabReport.Kind.allCases)
    #expect(
      Set(GitLabReport.Kind.allCases.map(\.fileName)).contains("gl-secret-detection-report.json"))
  }

  @Test func `false positives are flagged, what is accepted is left out and said`() throws {
    let found = try #require(try tree(.sast)["vulnerabilities"]?.items)
    #expect(found.count == 2)
    #expect(
      found.compactMap { $0["flags"]?[0]?["type"]?.text } == [
        "flagged-as-likely-false-positive"
      ])
    #expect(GitLabReport(.sast).remarks(on: SampleOutcome.noGo()).count == 1)
  }

  @Test func `ids are UUIDs and fingerprints are unique`() throws {
    let id = NameUUID.of("sg1:sec:abc")
    #expect(id == NameUUID.of("sg1:sec:abc"))
    #expect(id != NameUUID.of("sg1:sec:abd"))
    #expect(
      SchemaScalars.matches(
        id, "^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"))
    let quality = try JSONTree(CodeQualityReport().bytes(of: SampleOutcome.large(1000)))
    #expect(Set(quality.items.compactMap { $0["fingerprint"]?.text }).count == 1000)
  }
}
