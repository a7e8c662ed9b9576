import FindingModel

/// The suites of an outcome.
struct JUnitSuites {
  private let outcome: GateOutcome

  init(_ outcome: GateOutcome) { self.outcome = outcome }

  var all: [JUnitSuite] {
    var suites: [JUnitSuite] = []
    if !outcome.conditions.isEmpty {
      suites.append(
        JUnitSuite(name: "secgate.conditions", cases: outcome.conditions.map(condition)))
    }
    suites += tools
    suites.append(JUnitSuite(name: "secgate.gate", cases: gate(suites)))
    return suites
  }

  private func condition(_ condition: Condition) -> JUnitCase {
    let message = "\(condition.title): \(condition.result)"
    let result: JUnitCase.Result =
      switch condition.status {
      case .pass: .passed
      case .fail: .failure(message, type: "condition")
      case .incomplete: .error(message, type: "incomplete")
      case .notDone: .error(message, type: "not done")
      case .waived: .skipped("waived: \(condition.result)")
      }
    return JUnitCase(
      name: condition.check, result: result,
      text: "\(condition.title)\nasked: \(condition.required)\nfound: \(condition.result)")
  }

  /// One suite a tool: that it looked, and what it was the first to see.
  private var tools: [JUnitSuite] {
    var cases: [String: [JUnitCase]] = [:]
    let runs = outcome.runs ?? []
    for run in runs { cases[run.tool, default: []].append(looked(run)) }
    if !runs.contains(where: { $0.tool == "secgate" }), let coverage = outcome.coverage {
      cases["secgate", default: []].append(
        JUnitCase(
          name: "searched \(coverage.files) files, \(coverage.blobs) blobs", result: .passed))
    }
    for finding in outcome.findings where finding.state != .fixed {
      cases[finding.witnesses.first?.tool ?? "secgate", default: []].append(test(finding))
    }
    return cases.sorted { $0.key < $1.key }.map { JUnitSuite(name: $0.key, cases: $0.value) }
  }

  private func looked(_ run: Evidence) -> JUnitCase {
    let about = [run.tool, run.version, run.target, run.covered].compactMap { $0 }
    let problem = run.problems.first ?? run.outcome.rawValue
    let result: JUnitCase.Result =
      switch run.outcome {
      case .clean, .findings: .passed
      case .partial: .error("\(run.tool) did not look at everything: \(problem)", type: "partial")
      case .broken: .error("\(run.tool) has no result: \(problem)", type: "broken")
      }
    return JUnitCase(
      name: "ran " + about.joined(separator: " "), result: result,
      text: run.problems.joined(separator: "\n"))
  }

  private func test(_ finding: Finding) -> JUnitCase {
    let words = ExportFinding(finding)
    let title = PlainText.line(words.title, limit: 200)
    let place = PlainText.line(words.placeWords, limit: 200)
    let name = "\(finding.counted.rawValue): \(title) \(place)"
    var lines = [place] + words.details
    if let remediation = words.remediation { lines.append("Fix: " + remediation) }
    lines.append(finding.id)
    let reason = words.reason.map { ": " + $0 } ?? ""
    let result: JUnitCase.Result =
      finding.failing == true
      ? .failure("\(words.severityWord): \(title)", type: finding.counted.rawValue)
      : .skipped(
        words.isSettled
          ? words.stateWord + reason : "\(words.severityWord), does not fail the gate\(reason)")
    return JUnitCase(name: name, result: result, text: lines.joined(separator: "\n"))
  }

  /// What no other case says: reasons without a row, and that the verdict is no pass.
  private func gate(_ suites: [JUnitSuite]) -> [JUnitCase] {
    let told = Set(outcome.conditions.map(\.check))
    var cases = outcome.reasons.filter { $0.kind == .incomplete && !told.contains($0.check ?? "") }
      .map { JUnitCase(name: $0.code, result: .error($0.text, type: $0.code), text: $0.text) }
    let isRed = (suites.flatMap(\.cases) + cases).contains { $0.isFailure || $0.isError }
    let verdict: JUnitCase.Result =
      switch outcome.verdict {
      case .fail where !isRed: .failure(outcome.headline, type: "fail")
      case .incomplete where !isRed: .error(outcome.headline, type: "incomplete")
      case .pass: .passed
      case .fail, .incomplete: .skipped(outcome.headline)
      }
    cases.append(JUnitCase(name: "verdict", result: verdict))
    return cases
  }
}
