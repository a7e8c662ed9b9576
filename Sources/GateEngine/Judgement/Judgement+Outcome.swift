import FindingModel

extension Judgement {
  func outcome() -> GateOutcome {
    let verdict: Verdict =
      !failing.isEmpty ? .fail : reasons.isIncomplete ? .incomplete : .pass
    var outcome = GateOutcome(
      verdict: verdict, headline: Headline(verdict: verdict, judgement: self).text,
      scope: scope)
    outcome.reasons = reasons.all
    outcome.conditions = conditions
    outcome.findings = findings
    outcome.counts = Counts(findings)
    outcome.suspects = suspects.isEmpty ? nil : suspects
    outcome.decisions = decisions
    outcome.suppressions = suppressions.sorted(by: Self.precedes)
    outcome.coverage = coverage
    outcome.policy = policies.summary
    outcome.policy?.further = further
    if input.judgesCommit {
      outcome.runs = runs
      outcome.trend = input.trend.map { $0 + [point(verdict)] }
      if input.trust != nil {
        outcome.gateChanges = input.configuration.changes + input.gateChanges
      }
    }
    outcome.digests = OutcomeDigests.digests(
      of: outcome, policy: input.configuration.digest, baseline: baseline.digest)
    return outcome
  }

  /// This judgement as the last of the trend.
  private func point(_ verdict: Verdict) -> TrendPoint {
    var open: [String: Int] = [:]
    for finding in findings where finding.state.isOpen {
      open[finding.counted.rawValue, default: 0] += 1
    }
    return TrendPoint(at: input.now, commit: input.scope.commit, verdict: verdict, open: open)
  }

  private var scope: Scope {
    var scope = input.scope
    if input.judgesCommit { scope.at = input.now }
    let note = "for the work tree, not for a commit"
    if scope.dirty, !scope.notes.contains(note) { scope.notes.append(note) }
    scope.notes += input.feeds.notes
    return scope
  }

  /// In force first; older evidence that a requirement would have needed is there to explain.
  private var runs: [Evidence] {
    let used = current.map(\.evidence)
    let tools = Set(requirements.flatMap(\.anyOf))
    var last: [String: Evidence] = [:]
    for result in input.results where tools.contains(result.evidence.tool) {
      last[result.evidence.tool] = result.evidence
    }
    let known = Set(used.map(\.tool))
    return (used + last.values.filter { !known.contains($0.tool) }).sorted {
      ($0.tool, $0.target ?? "", $0.environment ?? "", $0.id)
        < ($1.tool, $1.target ?? "", $1.environment ?? "", $1.id)
    }
  }

  /// Keys that the summary has no field for.
  private var further: [String] {
    let shown = [
      "policy.fail_on", "policy.unknown_as", "policy.min_confidence", "policy.new_only",
      "policy.only_fixed", "policy.fail_on_exposure", "policy.allow",
    ]
    return input.configuration.trusted.lines.filter {
      $0.key.hasPrefix("policy.") && !shown.contains($0.key)
    }.map { "\($0.key) = \($0.value)" }
  }

  private static func precedes(_ left: Suppression, _ right: Suppression) -> Bool {
    (left.kind, left.tool, left.place, left.what, left.finding ?? "")
      < (right.kind, right.tool, right.place, right.what, right.finding ?? "")
  }
}
