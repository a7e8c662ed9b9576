import FindingModel
import Testing

@testable import GateReporting

@Suite struct SARIFReportTests {
  private func run(_ report: SARIFReport, _ outcome: GateOutcome) throws -> JSONTree {
    let tree = try JSONTree(report.bytes(of: outcome))
    return try #require(tree["runs"]?[0])
  }

  private let github = SARIFReport(for: .github, evenIfIncomplete: true)

  @Test(.enabled(if: ExportSchemas.directory != nil, "the official schemas are not here"))
  func `both ways fit the official schema, hostile texts included`() throws {
    let validator = try ExportSchemas.validator("sarif/sarif-schema-2.1.0.json")
    let outcomes =
      [SampleOutcome.noGo(), SampleOutcome.empty(), SampleOutcome.go(), SampleOutcome.incomplete()]
      + HostileOutcome.texts.map(HostileOutcome.make)
    for outcome in outcomes {
      for report in [SARIFReport(), github] {
        #expect(validator.problems(in: try JSONTree(report.bytes(of: outcome))) == [])
      }
    }
  }

  @Test func `each result points at its rule, and its fingerprint is its own`() throws {
    for report in [SARIFReport(), github] {
      let run = try run(report, SampleOutcome.noGo())
      let rules = try #require(run["tool"]?["driver"]?["rules"]?.items)
      let results = try #require(run["results"]?.items)
      for result in results {
        let index = try #require(result["ruleIndex"]?.number)
        #expect(rules[Int(index)]["id"] == result["ruleId"])
      }
      let prints = results.compactMap {
        $0["partialFingerprints"]?["primaryLocationLineHash"]?.text
      }
      #expect(Set(prints).count == results.count)
      for rule in rules {
        for member in ["shortDescription", "fullDescription", "help"] {
          #expect(rule[member]?["text"]?.text?.isEmpty == false, "\(member)")
        }
      }
    }
  }

  @Test func `the standard's way suppresses what is decided and tells what is not new`() throws {
    let results = try #require(run(SARIFReport(), SampleOutcome.noGo())["results"]?.items)
    let outcome = SampleOutcome.noGo()
    #expect(results.count == outcome.findings.count)
    for result in results {
      let id = result["properties"]?["id"]?.text
      let finding = try #require(outcome.findings.first { $0.id == id })
      #expect(
        result["suppressions"]?.items.isEmpty == finding.state.isOpen || finding.state == .fixed)
      let expected =
        switch finding.state {
        case .new: "new"
        case .fixed: "absent"
        default: "unchanged"
        }
      #expect(result["baselineState"]?.text == expected)
    }
  }

  @Test func `for GitHub what is decided is left out, and said`() throws {
    let results = try #require(run(github, SampleOutcome.noGo())["results"]?.items)
    let open = SampleOutcome.noGo().findings.count { $0.state.isOpen }
    #expect(results.count == open)
    #expect(results.allSatisfy { $0["suppressions"] == nil && $0["baselineState"] == nil })
    #expect(github.remarks(on: SampleOutcome.noGo())[0].contains("5 findings"))
  }

  @Test func `an incomplete run is not uploaded as if it closed alerts`() {
    #expect(throws: ReportError.self) {
      try SARIFReport(for: .github).bytes(of: SampleOutcome.incomplete())
    }
    #expect(throws: Never.self) { try SARIFReport(for: .github).bytes(of: SampleOutcome.go()) }
    #expect(throws: Never.self) { try SARIFReport().bytes(of: SampleOutcome.incomplete()) }
  }

  @Test func `more than GitHub takes is cut at the mildest, and said`() throws {
    let outcome = SampleOutcome.large(260)
    #expect(SARIFReport.resultLimit == 25_000)
    var github = github
    github.most = 250
    let results = try #require(run(github, outcome)["results"]?.items)
    #expect(results.count == 250)
    #expect(results.first?["properties"]?["severity"]?.text == "critical")
    let note = try #require(
      run(github, outcome)["invocations"]?[0]?["toolExecutionNotifications"]?.items.last)
    #expect(note["message"]?["text"]?.text?.contains("10 findings are left out") == true)
  }

  @Test func `one rule with two severities is two rules for GitHub`() throws {
    var outcome = SampleOutcome.go()
    outcome.findings = SampleOutcome.noGo().findings.filter { $0.category == .code }
    outcome.findings = (0..<2).map { index in
      var finding = SampleOutcome.noGo().findings[3]
      finding.id = "sg1:code:\(index)"
      finding.severity = index == 0 ? .high : .low
      return finding
    }
    let rules = try #require(run(github, outcome)["tool"]?["driver"]?["rules"]?.items)
    #expect(rules.compactMap { $0["id"]?.text } == ["B608", "B608/low"])
    #expect(
      rules.compactMap { $0["properties"]?["security-severity"]?.text } == ["8.0", "2.0"])
    let plain = try #require(run(SARIFReport(), outcome)["tool"]?["driver"]?["rules"]?.items)
    #expect(plain.count == 1)
  }

  @Test(arguments: [
    ("a b.py", "a%20b.py"), ("./x#1?.py", "x%231%3F.py"), ("/etc/päth", "etc/p%C3%A4th"),
    ("100%.txt", "100%25.txt"), ("", "unnamed"), ("a\\b", "a%5Cb"),
  ])
  func `paths are relative and encoded`(_ path: String, _ uri: String) {
    #expect(RelativeURI.of(path: path) == uri)
  }

  @Test func `brackets in messages make no links`() {
    #expect(SARIFResult.message("see [this](1)\\") == "see \\[this\\](1)\\\\")
  }
}
