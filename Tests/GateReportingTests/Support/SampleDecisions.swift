import FindingModel

enum SampleDecisions {
  static func day(_ text: String) -> Day { Day(text) ?? Day(sinceEpoch: 0) }

  static func valid() -> [DecisionSummary] {
    let accepted = SampleFindings.decided()
    var tarlite = Decision(
      id: accepted[0].id, kind: .acceptedRisk,
      reason: "Archives are only made by our own exporter.", owner: "Jonas Weber",
      created: day("2026-09-24"), expires: day("2026-12-06"))
    tarlite.title = accepted[0].title
    tarlite.justification = "vulnerable_code_cannot_be_controlled_by_adversary"
    tarlite.approver = "Hana Sato"
    tarlite.ticket = "SEC-318"
    tarlite.aliases = ["CVE-2026-59127"]
    tarlite.at = Decision.Circumstances(severity: .high, fix: "none", kev: false, count: 1)
    var summary = DecisionSummary(decision: tarlite, status: .valid)
    summary.commit = "1b7d30e4c5f6a7b8c9d0e1f2a3b4c5d6e7f8a9b0"
    summary.broughtBy = "Jonas Weber <j.weber@example.org>"
    summary.broughtOn = "2026-09-24T11:00:00Z"
    summary.severityNow = .high
    var wrong = Decision(
      id: accepted[1].id, kind: .falsePositive,
      reason: "Example value from the manual, never issued.", owner: "Hana Sato",
      created: day("2026-04-03"))
    wrong.title = accepted[1].title
    var mitigated = Decision(
      id: accepted[2].id, kind: .mitigated,
      reason: "Session cookie is SameSite=Strict and the endpoint needs a custom header.",
      owner: "Ines Duarte", created: day("2026-09-01"), expires: day("2027-02-28"))
    mitigated.title = accepted[2].title
    var known = Decision(
      id: SampleFindings.minor()[1].id, kind: .known, reason: "Adopted on the first run.",
      owner: "Mira Okafor", created: day("2026-04-02"), expires: day("2027-03-31"))
    known.title = SampleFindings.minor()[1].title
    return [
      summary, DecisionSummary(decision: wrong, status: .valid),
      DecisionSummary(decision: mitigated, status: .valid),
      DecisionSummary(decision: known, status: .valid),
    ]
  }

  static func expired() -> DecisionSummary {
    var decision = Decision(
      id: "sg1:dep:CVE-2026-70218:pkg:npm/wsmux:services/console/package-lock.json",
      kind: .acceptedRisk, reason: "No fixed version; the proxy rejects the header.",
      owner: "Ines Duarte", created: day("2026-08-17"), expires: day("2026-11-15"))
    decision.title = "Request smuggling in wsmux behind a lenient proxy"
    decision.at = Decision.Circumstances(severity: .medium)
    var summary = DecisionSummary(decision: decision, status: .void)
    summary.voidReasons = ["expired 2026-11-15", "severity medium → high"]
    summary.severityNow = .high
    return summary
  }

  /// Void, pending, stale and a waiver.
  static func troubled() -> [DecisionSummary] {
    let pending = Decision(
      id: SampleFindings.minor()[0].id, kind: .acceptedRisk,
      reason: "Behind the internal gateway; to be fixed in 2.8.1.", owner: "Jonas Weber",
      created: day("2026-11-20"), expires: day("2027-01-15"))
    let stale = Decision(
      id: SampleFindings.id("code", "gone"), kind: .falsePositive,
      reason: "Type narrowing, stripped in production.", owner: "Jonas Weber",
      created: day("2026-01-21"))
    var waiver = Decision(
      id: "check:dependencies.node", kind: .waiver, reason: "The registry is down tonight.",
      owner: "Mira Okafor", created: day("2026-11-22"), expires: day("2026-11-25"))
    waiver.approver = "Hana Sato"
    return [
      expired(), DecisionSummary(decision: pending, status: .pending),
      DecisionSummary(decision: stale, status: .stale),
      DecisionSummary(decision: waiver, status: .valid),
    ]
  }

  static func suppressions() -> [Suppression] {
    var comment = Suppression(
      kind: "inline-comment", tool: "secgate", place: "services/worker/relay/backoff.py:27",
      what: "secgate:allow", counts: true)
    comment.reason = "jitter only"
    comment.finding = SampleFindings.decided()[3].id
    return [
      comment,
      Suppression(
        kind: "tool-config", tool: "trivy", place: ".trivyignore", what: "3 ids, none with a date",
        counts: false),
    ]
  }
}
