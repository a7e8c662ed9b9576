import FindingModel
import Testing

@testable import GateReporting

@Suite struct AttestationReportTests {
  @Test(.enabled(if: ExportSchemas.directory != nil, "the official schemas are not here"))
  func `it fits statement and summary`() throws {
    let validator = try ExportSchemas.validator("vsa/vsa-v1-condensed.schema.json")
    for outcome in [SampleOutcome.noGo(), SampleOutcome.go()]
      + HostileOutcome.texts.map(HostileOutcome.make)
    {
      #expect(validator.problems(in: try JSONTree(AttestationReport().bytes(of: outcome))) == [])
    }
  }

  @Test(arguments: [
    (SampleOutcome.go(), "PASSED"), (SampleOutcome.noGo(), "FAILED"),
    (SampleOutcome.incomplete(), "FAILED"),
  ])
  func `only a pass has passed`(_ outcome: GateOutcome, _ word: String) throws {
    let tree = try JSONTree(AttestationReport(resource: "pkg:oci/app").bytes(of: outcome))
    #expect(tree["predicate"]?["verificationResult"]?.text == word)
    #expect(tree["predicate"]?["resourceUri"]?.text == "pkg:oci/app")
    #expect(tree["subject"]?[0]?["digest"]?["gitCommit"]?.text == SampleOutcome.commit)
    #expect(tree["predicate"]?["policy"]?["digest"]?["sha256"]?.text == outcome.digests?.policy)
  }

  @Test func `what is no commit is not attested`() {
    var dirty = SampleOutcome.go()
    dirty.scope.dirty = true
    #expect(throws: ReportError.self) { try AttestationReport().bytes(of: dirty) }
    #expect(throws: ReportError.self) { try AttestationReport().bytes(of: SampleOutcome.empty()) }
  }
}
