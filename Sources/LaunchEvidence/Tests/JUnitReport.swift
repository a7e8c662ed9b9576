import FindingModel
import ReportReading

/// JUnit XML of any producer. Cases are counted; what the suites' attributes say is not believed,
/// since a quarter of the files that exist disagree with themselves.
enum JUnitReport {
  static func read(_ file: DecodedFile, into run: inout TestRun) throws {
    let before = run.ledger.cases
    let root = try XMLReader.read(
      file.bytes, elements: ["testcase"], skipping: ["system-out", "system-err"],
      limits: file.limits
    ) { around, node in
      // A case that is the whole document is a piece of a report, and which one nobody knows.
      guard !around.isEmpty else {
        run.reading.problems.append("\(file.name) is a test case without a suite around it")
        return
      }
      run.ledger.add(testCase(node, around))
    }
    if root.name == "failsafe-summary" { return FailsafeSummary.read(root, file, into: &run) }
    let suites = JUnitSuites(root)
    guard suites != nil || root.name == "testcase" || run.ledger.cases > before else {
      throw EvidenceError("\(file.name) is not JUnit XML: its root is \(known(root.name))")
    }
    run.isJUnit = true
    if suites?.isPytest == true { run.ledger.repeatsAreRetries = true }
    run.saw(suites?.isPytest == true ? TestEvidence.pytest : "junit")
    run.reading.made(suites?.oldest)
    if let suites, run.ledger.cases == before { claims(of: suites, file, &run) }
  }

  /// Attributes that promise tests where there is no case: cut down, or counted elsewhere.
  private static func claims(of suites: JUnitSuites, _ file: DecodedFile, _ run: inout TestRun) {
    guard suites.claimed > 0 else { return }
    run.claimsWithoutCase = true
    run.reading.problems.append(
      "\(file.name) claims \(suites.claimed) tests, but holds no test case")
    if suites.claimedFailures > 0 {
      run.reading.fail(
        EvidenceFailure(
          .test, "unnamed tests", "\(suites.claimedFailures) tests are said to have failed"))
    }
  }

  private static func testCase(_ node: XMLNode, _ around: [XMLNode]) -> TestCase {
    let children = node.children
    let status = status(of: node)
    let names = children.map(\.name)
    let flaky = names.contains("flakyFailure") || names.contains("flakyError")
    let again = names.contains("rerunFailure") || names.contains("rerunError")
    var test = TestCase(key: nil, name: title(of: node), status: status)
    if node.attributes["name"] != nil || node.attributes["classname"] != nil {
      test.key = path(around) + ["file", "classname", "name"].map { node.attributes[$0] ?? "" }
    }
    test.isFlaky = status == .passed && flaky
    test.failedAgain = again && (status == .failed || status == .errored)
    test.time = LenientNumber.real(node.attributes["time"])
    return test
  }

  /// node marks a failing todo as skipped and failed; it is not failed.
  private static func status(of node: XMLNode) -> TestCase.Status {
    let skipped = node.all("skipped")
    if skipped.contains(where: { $0.attributes["type"]?.lowercased() == "todo" }) {
      return .skipped
    }
    if node["failure"] != nil { return .failed }
    if node["error"] != nil { return .errored }
    let words = [node.attributes["status"], node.attributes["result"]].compactMap {
      $0?.lowercased()
    }
    let isOff = words.contains { ["skipped", "disabled", "notrun", "suppressed"].contains($0) }
    return skipped.isEmpty && !isOff ? .passed : .skipped
  }

  /// Names and hosts of the suites around it, outermost first.
  private static func path(_ around: [XMLNode]) -> [String] {
    let suites = around.first?.name == "testsuite" ? around[...] : around.dropFirst()
    return suites.flatMap { [$0.attributes["name"] ?? "", $0.attributes["hostname"] ?? ""] }
  }

  private static func title(of node: XMLNode) -> String {
    let name = node.attributes["name"] ?? ""
    guard let owner = node.attributes["classname"], !owner.isEmpty, owner != name else {
      return name.isEmpty ? "unnamed test" : name
    }
    return name.isEmpty ? owner : owner + "." + name
  }

  /// The root's name where it is one that we know, so that no foreign text is in the message.
  private static func known(_ name: String) -> String {
    let formats = [
      "coverage": "coverage (Cobertura or Clover)", "report": "report (JaCoCo)",
      "testResults": "testResults (JMeter)", "robot": "robot (Robot Framework)",
      "test-run": "test-run (NUnit)", "assemblies": "assemblies (xUnit)",
      "assembly": "assembly (xUnit)", "html": "html (a web page)",
    ]
    return formats[name] ?? "unknown"
  }
}
