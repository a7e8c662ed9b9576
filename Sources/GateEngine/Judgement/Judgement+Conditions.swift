import FindingModel

extension Judgement {
  mutating func settleConditions() {
    settleGaps()
    guard input.judgesCommit else { return }
    let (failing, rules) = (failing, policies.summary)
    let settled = findings.filter { [.accepted, .mitigated, .known].contains($0.state) }
    conditions = answers.map { answer in
      ConditionRow.row(
        answer, failing: failing, settled: settled, rules: rules,
        waiver: waivers.valid[answer.requirement.check])
    }
  }

  /// The checks that a waiver lets pass although they are not done.
  var waived: [Condition] { conditions.filter { $0.status == .waived } }

  /// Every gap with what lets it pass.
  private mutating func settleGaps() {
    var gaps = coverage?.gaps ?? []
    let needsClean =
      input.base != nil || input.trust == .trusted
      || (input.judgesCommit && input.configuration.requirements.contains(where: \.sameCommit))
    if input.scope.dirty, needsClean {
      gaps.append(
        Gap(
          kind: .dirty, subject: input.scope.name,
          detail: "The work tree differs from the commit, and the commit is asked about: commit or "
            + "stash the changes."))
    }
    for result in current where result.evidence.outcome == .partial {
      let evidence = result.evidence
      gaps.append(
        Gap(
          kind: .toolPartial, subject: evidence.tool, path: evidence.target,
          detail: evidence.problems.first ?? "The tool says that it did not look at everything."))
    }
    for index in gaps.indices {
      gaps[index].allowedBy = allowance(gaps[index])
      guard let words = gaps[index].allowedBy else { continue }
      var suppression = Suppression(
        kind: "gap-allowed",
        tool: gaps[index].kind == .toolPartial ? gaps[index].subject : "secgate",
        place: gaps[index].path ?? gaps[index].subject, what: gaps[index].kind.rawValue,
        counts: true)
      suppression.reason = words
      suppressions.append(suppression)
    }
    if coverage == nil, gaps.isEmpty { return }
    coverage = coverage ?? Coverage()
    coverage?.gaps = gaps
    coverage?.suspects = suspects.count
  }

  private func allowance(_ gap: Gap) -> String? {
    if policies.allows(gap.kind) { return "policy.allow = \(gap.kind.rawValue)" }
    return input.configuration.allowances.first { $0.covers(gap, on: today) }?.words
  }
}
