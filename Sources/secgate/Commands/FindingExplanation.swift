import FindingModel
import GateReporting

/// Why a finding is judged as it is, line by line.
struct FindingExplanation: Encodable {
  var id: String
  var state: FindingState
  var failing: Bool
  var lines: [String]

  init(_ finding: Finding, _ outcome: GateOutcome) {
    id = finding.id
    state = finding.state
    failing = finding.failing == true
    lines = []
    lines.append("state: \(finding.state.rawValue)" + (finding.stateReason.map { ", \($0)" } ?? ""))
    lines.append(failing ? "it fails the gate" : "it does not fail the gate")
    let source =
      finding.severitySource == .none
      ? "stated by nobody, counted as \(finding.counted.rawValue)"
      : "stated by \(finding.severitySource.rawValue)"
    lines.append("severity: \(finding.severity.rawValue), \(source)")
    lines.append("confidence: \(finding.confidence.rawValue)")
    lines += (finding.signals ?? []).map { "  \($0)" }
    if let exposure = finding.exposure { lines.append("exposure: \(exposure.rawValue)") }
    for witness in finding.witnesses {
      let word = witness.severity.map { ", which calls it \($0)" } ?? ""
      lines.append("seen by \(witness.tool) as \(witness.ruleID)\(word)")
    }
    if let decision = finding.decision { lines += Self.words(decision) }
    if let policy = outcome.policy {
      let severities = policy.failOn.map(\.rawValue).joined(separator: ", ")
      lines.append(
        "policy (\(policy.source)): fails on \(severities)"
          + (policy.newOnly ? ", new findings only" : ", known ones too"))
    }
  }

  private static func words(_ summary: DecisionSummary) -> [String] {
    let decision = summary.decision
    var line = "decision: \(decision.kind.rawValue) by \(decision.owner) on \(decision.created)"
    if let expires = decision.expires { line += ", until \(expires)" }
    var lines = [line + ": \(decision.reason)"]
    if summary.status != .valid { lines.append("  it is \(summary.status.rawValue)") }
    lines += summary.voidReasons.map { "  \($0)" }
    if let commit = summary.commit {
      lines.append("  brought in by \(summary.broughtBy ?? "somebody") in \(commit.prefix(10))")
    }
    return lines
  }

  var text: String {
    VisibleText.lines(([id] + lines.map { "  " + $0 }).joined(separator: "\n")) + "\n"
  }
}
