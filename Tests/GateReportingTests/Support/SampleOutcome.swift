import FindingModel

/// Made-up judgements, one for each kind of page.
enum SampleOutcome {
  static let commit = "4f1c2aa9d07be6c83f5512e0b94a7d1c6e20f8b3"
  static let earlier = "9be07d1a3c55e0f2b6d84417ce90aa2f13b8d6e7"
  static let now = Timestamp("2026-11-23T14:00:00Z") ?? Timestamp(seconds: 0)

  static func scope() -> Scope {
    var scope = Scope(kind: "history", name: "eventrelay")
    scope.commit = commit
    scope.tree = "b72e0d4f8a1c36e95d20b7f4a8c1e3d5f7092b4c"
    scope.branch = "release/2.8"
    scope.base = "origin/main"
    scope.baseCommit = earlier
    scope.at = now
    return scope
  }

  /// Nothing was asked for, nothing was found.
  static func empty() -> GateOutcome {
    var scope = Scope(kind: "directory", name: "notes")
    scope.at = now
    var outcome = GateOutcome(verdict: .pass, headline: "PASS (secrets)", scope: scope)
    outcome.coverage = Coverage()
    outcome.coverage?.files = 3
    return outcome
  }

  static func go() -> GateOutcome {
    var outcome = GateOutcome(verdict: .pass, headline: "PASS", scope: scope())
    outcome.findings = SampleFindings.decided() + SampleFindings.minor()
    outcome.counts = Counts(outcome.findings)
    outcome.conditions = SampleEvidence.conditions(status: .pass)
    outcome.decisions = SampleDecisions.valid()
    outcome.runs = SampleEvidence.runs()
    outcome.coverage = SampleEvidence.coverage()
    outcome.policy = policy()
    outcome.trend = trend()
    outcome.gateChanges = []
    outcome.digests = digests()
    return outcome
  }

  static func incomplete() -> GateOutcome {
    var outcome = go()
    outcome.verdict = .incomplete
    outcome.headline = "INCOMPLETE (trivy was cut short)"
    outcome.conditions[3].status = .incomplete
    outcome.conditions[3].result = "trivy stopped after 10 minutes"
    outcome.conditions += [SampleEvidence.notDone()]
    outcome.reasons = [
      Reason(
        kind: .incomplete, code: "tool-broken",
        text: "trivy timed out after 10m on the worker image: raise tools.trivy.timeout.",
        check: "container.images"),
      Reason(
        kind: .incomplete, code: "not-done",
        text: "No evidence for readiness.rollback: secgate sign-off readiness.rollback",
        check: "readiness.rollback"),
    ]
    outcome.coverage?.gaps = SampleEvidence.gaps()
    return outcome
  }

  /// Every section has something to show, and every optional member is set somewhere.
  static func noGo() -> GateOutcome {
    var outcome = go()
    outcome.verdict = .fail
    outcome.headline = "FAIL: 2 critical, 2 high open; evidence incomplete too"
    outcome.scope.range = "v2.7.0..release/2.8"
    outcome.scope.notes = ["Compared with the evidence of origin/main."]
    outcome.findings = SampleFindings.blocking() + outcome.findings
    outcome.counts = Counts(outcome.findings)
    outcome.suspects = [SampleFindings.suspect()]
    outcome.conditions[0].status = .fail
    outcome.conditions[0].result = "1 finding open"
    outcome.conditions[0].findings = [outcome.findings[1].id]
    outcome.conditions[4].status = .fail
    outcome.conditions[4].result = "p95 412 ms"
    outcome.conditions += [SampleEvidence.notDone(), SampleEvidence.waived()]
    outcome.reasons = [
      Reason(
        kind: .fail, code: "open-findings", text: "2 critical and 2 high findings are open.",
        findings: outcome.findings.prefix(4).map(\.id)),
      Reason(
        kind: .fail, code: "target-missed", text: "p95 is 412 ms; the target is 300 ms.",
        check: "load.stress"),
      Reason(
        kind: .incomplete, code: "stale",
        text: "The ZAP report was made for 9be07d1, not for this commit.", check: "web.csrf"),
      Reason(
        kind: .notice, code: "waiver", text: "1 waiver: dependencies.node until 2026-11-25.",
        check: "dependencies.node"),
    ]
    outcome.decisions += SampleDecisions.troubled()
    outcome.suppressions = SampleDecisions.suppressions()
    outcome.runs = SampleEvidence.runs() + SampleEvidence.troubledRuns()
    outcome.coverage?.gaps = SampleEvidence.gaps()
    outcome.gateChanges = changes()
    return outcome
  }

  static func policy() -> PolicySummary {
    var policy = PolicySummary(source: "origin/main")
    policy.newOnly = false
    policy.allow = [.decodeLimit]
    policy.further = ["policy.accept.max_days.high = 90", "policy.max_age.critical = 7d"]
    return policy
  }

  static func digests() -> Digests {
    Digests(
      policy: SHA256.hexadecimal("policy".utf8), baseline: SHA256.hexadecimal("baseline".utf8),
      evidence: SHA256.hexadecimal("evidence".utf8), verdict: SHA256.hexadecimal("verdict".utf8))
  }

  static func trend() -> [TrendPoint] {
    [(12, 5, 2), (9, 7, 1), (6, 4, 0), (3, 6, 1), (0, 2, 2)].map { days, high, critical in
      TrendPoint(
        at: Timestamp(seconds: now.seconds - days * 86_400), commit: commit,
        verdict: critical == 0 ? .pass : .fail,
        open: ["critical": critical, "high": high, "medium": 20 + days])
    }
  }

  private static func changes() -> [GateChange] {
    [
      GateChange(
        effect: .looser, subject: ".secgate.toml", before: "load.stress p95_ms = 300",
        after: "load.stress p95_ms = 450", counts: false),
      GateChange(
        effect: .tighter, subject: ".secgate.toml", before: nil,
        after: "web.dast max_age = 14d", counts: true),
    ]
  }

  /// `count` findings with lengths as real ones have them.
  static func large(_ count: Int) -> GateOutcome {
    var outcome = go()
    outcome.verdict = .fail
    outcome.headline = "FAIL"
    let kinds = SampleFindings.blocking() + SampleFindings.minor()
    outcome.findings = (0..<count).map { index in
      var finding = kinds[index % kinds.count]
      finding.id = "sg1:code:" + Fingerprint.digest(["large", String(index)])
      finding.locations = [
        Location(path: "services/area\(index % 97)/module\(index % 389)/file.py", line: index + 1)
      ]
      finding.owner = ["Platform", "Relay API", "Console", "Docs"][index % 4]
      return finding
    }
    .sorted { ($1.severity, $0.id) < ($0.severity, $1.id) }
    outcome.counts = Counts(outcome.findings)
    return outcome
  }
}
