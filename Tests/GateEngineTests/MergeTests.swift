import FindingModel
import Testing

@testable import GateEngine

/// Section 4 of the design: identity across tools.
struct MergeTests {
  @Test func `one CVE from four tools is one finding with four witnesses`() {
    let results = [
      Sample.result(
        "trivy", .dependency, [Sample.advisory("trivy", ["CVE-2026-1"], severity: .medium)]),
      Sample.result(
        "pip-audit", .dependency,
        [Sample.advisory("pip-audit", ["PYSEC-2026-7", "CVE-2026-1"], severity: nil)]),
      Sample.result(
        "safety", .dependency,
        [Sample.advisory("safety", ["CVE-2026-1", "70001"], severity: .high)]),
      Sample.result(
        "npm-audit", .dependency,
        [Sample.advisory("npm-audit", ["GHSA-aaaa-bbbb-cccc", "CVE-2026-1"], severity: .low)]),
    ]
    let findings = Sample.merged(results)
    #expect(findings.map(\.id) == ["sg1:dep:CVE-2026-1:pkg:pypi/urllib3:requirements.txt"])
    #expect(findings[0].witnesses.map(\.tool) == ["npm-audit", "pip-audit", "safety", "trivy"])
    #expect(findings[0].severity == .high, "the highest that somebody stated")
    #expect(findings[0].witnesses.map(\.severity) == ["low", nil, "high", "medium"])
  }

  @Test func `one CVE in two packages stays two`() {
    let results = [
      Sample.result(
        "trivy", .dependency,
        [
          Sample.advisory("trivy", ["CVE-2026-1"]),
          Sample.advisory("trivy", ["CVE-2026-1"], package: "requests"),
        ])
    ]
    #expect(Sample.merged(results).count == 2)
  }

  @Test func `aliases join in chains, inside one package only`() {
    let chain = [
      Sample.advisory("a", ["GHSA-a-a-a", "PYSEC-1"]),
      Sample.advisory("b", ["PYSEC-1", "CVE-2026-9"]),
      Sample.advisory("c", ["CVE-2026-9", "CVE-2026-10"]),
      Sample.advisory("d", ["GHSA-a-a-a"], package: "other"),
    ]
    let findings = Sample.merged(
      chain.map { Sample.result($0.witnesses[0].tool, .dependency, [$0]) })
    #expect(
      Set(findings.map(\.id)) == [
        "sg1:dep:CVE-2026-9:pkg:pypi/urllib3:requirements.txt",
        "sg1:dep:GHSA-a-a-a:pkg:pypi/other:requirements.txt",
      ])
    let joined = findings.first { $0.id.contains("urllib3") }
    #expect(joined?.identifiers == ["CVE-2026-10", "CVE-2026-9", "GHSA-a-a-a", "PYSEC-1"])
  }

  @Test func `numbers of two tools are not the same advisory`() {
    let results = [
      Sample.result("safety", .dependency, [Sample.advisory("safety", ["1109"])]),
      Sample.result("npm-audit", .dependency, [Sample.advisory("npm-audit", ["1109"])]),
    ]
    #expect(
      Sample.merged(results).map(\.id) == [
        "sg1:dep:npm-audit-1109:pkg:pypi/urllib3:requirements.txt",
        "sg1:dep:safety-1109:pkg:pypi/urllib3:requirements.txt",
      ])
  }

  @Test func `an unknown manifest joins the only one that has the package, else stays unknown`() {
    let one = [
      Sample.result(
        "trivy", .dependency,
        [Sample.advisory("trivy", ["CVE-2026-1"], scope: "a/requirements.txt")]),
      Sample.result(
        "pip-audit", .dependency, [Sample.advisory("pip-audit", ["CVE-2026-1"], scope: nil)]),
    ]
    #expect(
      Sample.merged(one).map(\.id) == ["sg1:dep:CVE-2026-1:pkg:pypi/urllib3:a/requirements.txt"])
    let two =
      one + [
        Sample.result(
          "safety", .dependency,
          [Sample.advisory("safety", ["CVE-2026-2"], scope: "b/requirements.txt")])
      ]
    #expect(Sample.merged(two).contains { $0.id == "sg1:dep:CVE-2026-1:pkg:pypi/urllib3:unknown" })
  }

  @Test func `equal snippets in a file are numbered by line`() {
    let results = [
      Sample.result("bandit", .code, [Sample.code(30), Sample.code(10), Sample.code(20)])
    ]
    let findings = Sample.merged(results)
    let byLine = findings.sorted { $0.locations[0].line ?? 0 < $1.locations[0].line ?? 0 }.map(\.id)
    let snippet = Fingerprint.snippet("run(x)")
    #expect(
      byLine
        == (0...2).map {
          Fingerprint.code(rule: "bandit:B602", path: "src/a.py", snippet: snippet, ordinal: $0)
        })
    #expect(findings.allSatisfy { $0.count == 3 })
  }

  @Test func `the same report twice is not twice the findings`() {
    let report = [Sample.code(10), Sample.code(20)]
    let findings = Sample.merged([
      Sample.result("bandit", .code, report), Sample.result("bandit", .code, report),
    ])
    #expect(findings.count == 2)
    #expect(findings.allSatisfy { $0.count == 2 })
  }

  @Test func `lines above and white space do not change who a finding is`() {
    let before = Sample.merged([Sample.result("bandit", .code, [Sample.code(10)])])
    let after = Sample.merged([
      Sample.result("bandit", .code, [Sample.code(99, snippet: "   run(x)\t")])
    ])
    #expect(before.map(\.id) == after.map(\.id))
  }

  @Test func `code that the report does not quote is read from the judged tree`() {
    var quoted = Sample.code(2)
    quoted.basis = .code(rule: "bandit:B602", path: "src/a.py", snippet: nil)
    let results = [Sample.result("bandit", .code, [quoted])]
    let merge = FindingMerge(results) { _ in Array("import os\nrun(x)\n".utf8) }
    #expect(
      merge.findings.map(\.id)
        == Sample.merged([Sample.result("bandit", .code, [Sample.code(2)])]).map(\.id))
    #expect(FindingMerge(results).findings[0].id != merge.findings[0].id)
  }

  @Test func `a secret that two tools state is one, with every place`() {
    var other = Sample.secret("a", .critical, path: "copy.env")
    other.witnesses = [Witness(tool: "trufflehog", ruleID: "GitHub", note: "verified")]
    let findings = Sample.merged([
      Sample.native([Sample.secret("a")]), Sample.result("trufflehog", .secret, [other]),
    ])
    #expect(findings.count == 1)
    #expect(findings[0].witnesses.map(\.tool) == ["secgate", "trufflehog"])
    #expect(findings[0].severity == .critical)
    #expect(findings[0].count == 2)
  }

  @Test func `what a report suppresses itself is listed and no finding`() {
    var hidden = Sample.code(5)
    hidden.suppressed = true
    hidden.suppressionReason = "nosec"
    let merge = FindingMerge([Sample.result("bandit", .code, [hidden])])
    #expect(merge.findings.isEmpty)
    #expect(merge.suppressions.map(\.place) == ["src/a.py:5"])
    #expect(merge.suppressions.first?.reason == "nosec")
  }

  @Test func `the order of tools and findings does not matter`() throws {
    var all: [Finding] = []
    for number in 0..<60 {
      all.append(Sample.code(number % 7, rule: "r\(number % 3)", snippet: "s\(number % 2)"))
      all.append(
        Sample.advisory(
          "t\(number % 4)", ["CVE-2026-\(number % 9)", "GHSA-\(number % 11)"],
          package: "p\(number % 3)", scope: number % 5 == 0 ? nil : "m\(number % 2)"))
      all.append(Sample.secret("s\(number % 13)", path: "f\(number % 17)"))
    }
    var generator = SeededGenerator(seed: 7)
    let reference = Sample.merged([Sample.result("x", .code, all)])
    for _ in 0..<10 {
      let shuffled = all.shuffled(using: &generator)
      #expect(Sample.merged([Sample.result("x", .code, shuffled)]) == reference)
    }
  }
}

/// A linear congruential generator, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state
  }
}
