import FindingModel

/// What launch evidence makes findings of: missed targets, failed tests and checks, a tool's own
/// thresholds that did not hold.
struct MeasuredFindings {
  let evidence: Evidence
  let measurements: Measurements
  /// The check it answers, or the tool's name.
  let check: String
  let severity: Severity

  init?(_ evidence: Evidence, requirement: Requirement?) {
    guard let measurements = evidence.measurements else { return nil }
    self.evidence = evidence
    self.measurements = measurements
    check = requirement?.check ?? evidence.tool
    severity = requirement?.severity ?? .high
  }

  func findings(_ targets: [MeasuredTarget]) -> [Finding] {
    let all = missed(targets) + tests() + thresholds() + checks()
    // The tool says that something failed and its report does not say what.
    if all.isEmpty, evidence.outcome == .findings, measurements != Measurements() {
      return [
        finding(
          "\(evidence.tool) failed", "failed", "\(evidence.tool) reports a failure",
          fix: "See what \(evidence.tool) says, mend it, and add the new report.")
      ]
    }
    return all
  }

  private func missed(_ targets: [MeasuredTarget]) -> [Finding] {
    let values = MeasuredValues(measurements: measurements)
    return targets.compactMap { target in
      guard let measured = values.value(target.key), !target.holds(measured) else { return nil }
      let text = MeasuredTarget.text(measured, target.unit)
      return finding(
        "\(check): \(target.title) is \(text), asked is \(target.asked)", target.key,
        "Target missed in the evidence of \(evidence.tool)",
        fix: "Meet \(target.asked) on this commit, then measure again and add the new result.")
    }
  }

  private func tests() -> [Finding] {
    guard let tests = measurements.tests else { return [] }
    let failed = max(0, tests.failed) + max(0, tests.errored)
    var all = tests.failing.map {
      finding("\(check): \($0) failed", "test " + $0, "A failed test", fix: Self.repairTest)
    }
    if failed > tests.failing.count {
      let rest = failed - tests.failing.count
      all.append(
        finding(
          "\(check): \(rest) more tests failed", "tests", "Failed tests", fix: Self.repairTest))
    }
    return all
  }

  private func thresholds() -> [Finding] {
    (measurements.load?.thresholds ?? []).filter { !$0.held }.map {
      finding(
        "\(check): the threshold \($0.expression) was missed", "threshold " + $0.expression,
        "A threshold of \(evidence.tool)'s own",
        fix: "Meet it on this commit, or correct the threshold in the test, and run it again.")
    }
  }

  private func checks() -> [Finding] {
    (measurements.checks ?? []).filter { $0.status == "fail" }.map {
      finding("\(check): \($0.name) failed", "check " + $0.name, $0.message, fix: Self.repairCheck)
    }
  }

  private static let repairTest = "Make it pass on this commit, then add the new report."
  private static let repairCheck = "Mend what it checks, then run the check and add its result."

  private func finding(_ title: String, _ name: String, _ description: String?, fix: String)
    -> Finding
  {
    var finding = Finding(
      id: Fingerprint.evidence(check: check, name: name), category: .evidence,
      severity: severity, severitySource: .rule, confidence: .high, title: title,
      ruleID: check,
      witnesses: [Witness(tool: evidence.tool, version: evidence.version, ruleID: name)])
    finding.description = description
    finding.remediation = fix
    finding.basis = .evidence(check: check, name: name)
    return finding
  }
}
