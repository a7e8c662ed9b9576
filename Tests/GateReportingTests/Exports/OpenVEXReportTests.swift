import FindingModel
import Testing

@testable import GateReporting

@Suite struct OpenVEXReportTests {
  private func dependency(
    _ state: FindingState, justification: String? = nil, installed: String = "5.2.0"
  ) -> Finding {
    var finding = SampleOutcome.noGo().findings[2]
    finding.package?.installed = installed
    finding.id = "sg1:dep:CVE-2026-1:pkg:npm/a:\(state.rawValue)\(justification ?? "")"
    finding.state = state
    finding.stateReason = nil
    var decision = Decision(
      id: finding.id, kind: .acceptedRisk, reason: "the reason", owner: "A",
      created: SampleDecisions.day("2026-11-01"))
    decision.justification = justification
    finding.decision = DecisionSummary(decision: decision, status: .valid)
    return finding
  }

  private func statements(_ findings: [Finding], product: String? = nil) throws -> [JSONTree] {
    var outcome = SampleOutcome.go()
    outcome.findings = findings
    let tree = try JSONTree(OpenVEXReport(product: product).bytes(of: outcome))
    return tree["statements"]?.items ?? []
  }

  @Test(.enabled(if: ExportSchemas.directory != nil, "the official schemas are not here"))
  func `it fits the official schema`() throws {
    let validator = try ExportSchemas.validator("openvex/openvex-0.2.0.schema.json")
    for outcome in [SampleOutcome.noGo()] + HostileOutcome.texts.map(HostileOutcome.make) {
      for product in [nil, "pkg:oci/app"] {
        let report = OpenVEXReport(product: product)
        #expect(validator.problems(in: try JSONTree(report.bytes(of: outcome))) == [])
      }
    }
    var outcome = SampleOutcome.go()
    outcome.findings = FindingState.allCases.map { dependency($0) }
    #expect(validator.problems(in: try JSONTree(OpenVEXReport().bytes(of: outcome))) == [])
  }

  @Test func `an accepted risk stays affected, with the reason as its action`() throws {
    let statement = try #require(try statements([dependency(.accepted)]).first)
    #expect(statement["status"]?.text == "affected")
    #expect(statement["action_statement"]?.text == "the reason")
    #expect(statement["justification"] == nil)
  }

  @Test func `a false positive is not affected, a mitigation only with a justification`() throws {
    let word = "inline_mitigations_already_exist"
    let found = try statements([
      dependency(.falsePositive), dependency(.mitigated),
      dependency(.mitigated, justification: word),
      dependency(.falsePositive, justification: "because", installed: "5.3.0"),
      dependency(.new), dependency(.fixed),
    ])
    #expect(
      found.compactMap { $0["status"]?.text } == [
        "not_affected", "affected", "not_affected", "not_affected", "under_investigation", "fixed",
      ])
    #expect(found[0]["impact_statement"]?.text == "the reason")
    #expect(found[2]["justification"]?.text == word)
    #expect(found[3]["justification"] == nil)
  }

  /// Statements are a set in the schema (`uniqueItems`): a word that OpenVEX does not know makes
  /// no second one.
  @Test func `what says the same is one statement`() throws {
    let found = try statements([
      dependency(.falsePositive), dependency(.falsePositive, justification: "because"),
    ])
    #expect(found.count == 1)
  }

  @Test func `the package is the product, or a part of the one that is named`() throws {
    let alone = try #require(try statements([dependency(.new)]).first)
    #expect(alone["products"]?[0]?["@id"]?.text == "pkg:npm/wsmux@5.2.0")
    let part = try #require(try statements([dependency(.new)], product: "pkg:oci/app").first)
    #expect(part["products"]?[0]?["@id"]?.text == "pkg:oci/app")
    #expect(part["products"]?[0]?["subcomponents"]?[0]?["@id"]?.text == "pkg:npm/wsmux@5.2.0")
  }

  @Test func `with nothing to say no document is written`() {
    #expect(throws: ReportError.self) { try OpenVEXReport().bytes(of: SampleOutcome.empty()) }
  }
}
