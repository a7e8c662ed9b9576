import FindingModel
import Foundation
import TestSupport
import Testing

@testable import GateReporting

@Suite struct JSONReportTests {
  static let samples: [(String, GateOutcome)] = [
    ("empty", SampleOutcome.empty()), ("go", SampleOutcome.go()),
    ("incomplete", SampleOutcome.incomplete()), ("nogo", SampleOutcome.noGo()),
  ]

  @Test(arguments: samples.map(\.0))
  func `the report of a sample fits the published schema`(name: String) throws {
    let outcome = try #require(Self.samples.first { $0.0 == name }?.1)
    let tree = try JSONTree(JSONReport().bytes(of: outcome))
    let schema = try JSONTree(Array(ReportSchema.text.utf8))
    #expect(SchemaValidator(schema).problems(in: tree) == [])
  }

  @Test func `no member is written that the schema does not name`() throws {
    let schema = try JSONTree(Array(ReportSchema.text.utf8)).closed
    let written = try JSONTree(JSONReport().bytes(of: SampleOutcome.noGo()))
    #expect(SchemaValidator(schema).problems(in: written) == [])
  }

  @Test func `the schema refuses a report without a verdict and one with a wrong state`() throws {
    let schema = SchemaValidator(try JSONTree(Array(ReportSchema.text.utf8)))
    let text = String(decoding: try JSONReport().bytes(of: SampleOutcome.noGo()), as: UTF8.self)
    for (old, new) in [
      (#""verdict":"fail","#, ""), (#""state":"new""#, #""state":"gone""#),
      (#""id":"sg1:"#, #""id":"sg2:"#), (#""line":14"#, #""line":0"#),
    ] {
      let broken = try JSONTree(Array(text.replacing(old, with: new, maxReplacements: 1).utf8))
      #expect(schema.problems(in: broken).isEmpty == false, "\(old)")
    }
  }

  @Test func `what is written decodes to the same outcome`() throws {
    let outcome = SampleOutcome.noGo()
    let bytes = try JSONReport().bytes(of: outcome)
    let decoded = try JSONDecoder().decode(GateOutcome.self, from: Data(bytes))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(try encoder.encode(decoded) == encoder.encode(outcome))
  }

  @Test func `no optional member is forgotten by the sample that proves it`() throws {
    let outcome = SampleOutcome.noGo()
    var set: Set<String> = []
    var all: Set<String> = []
    OptionalMembers.collect(outcome, set: &set, all: &all)
    #expect(all.subtracting(set).sorted() == ["FindingFields.basis"])
  }

  @Test func `the basis of identities is left out`() throws {
    var outcome = SampleOutcome.noGo()
    outcome.findings[0].basis = .evidence(check: "canary", name: "canary")
    #expect(
      !String(decoding: try JSONReport().bytes(of: outcome), as: UTF8.self).contains("canary"))
  }

  @Test func `control, bidirectional and invisible characters are escaped and come back`() throws {
    var outcome = SampleOutcome.empty()
    outcome.headline =
      "a\u{0}\u{1b}[2J\u{7f}\u{9b}\u{202e}\u{200b}\u{feff}\u{2028}\u{e0041}é漢\"\\\n"
    let bytes = try JSONReport().bytes(of: outcome)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !InvisibleText.contains($0) })
    #expect(text.contains("é漢"))
    #expect(try JSONTree(bytes)["headline"]?.text == outcome.headline)
  }

  @Test func `numbers that JSON cannot hold are left out`() throws {
    var outcome = SampleOutcome.noGo()
    outcome.findings[1].cvss = CVSS(score: .nan)
    let tree = try JSONTree(JSONReport().bytes(of: outcome))
    #expect(tree["findings"]?[1]?["cvss"] == .object([:]))
  }

  @Test func `the same outcome gives the same bytes`() throws {
    #expect(
      try JSONReport().bytes(of: SampleOutcome.noGo())
        == JSONReport().bytes(of: SampleOutcome.noGo()))
  }

  @Test func `a small report is as stored`() throws {
    let text = String(decoding: try JSONReport().bytes(of: SampleOutcome.noGo()), as: UTF8.self)
    #expect(try text == Golden.text("nogo.json", for: text))
  }

  @Test func `many findings are written`() throws {
    let outcome = SampleOutcome.large(2_000)
    let clock = ContinuousClock()
    var count = 0
    let time = try clock.measure { count = try JSONReport().bytes(of: outcome).count }
    print("JSON, 2,000 findings: \(count) bytes in \(time)")
    #expect(count > 400_000)
  }
}
