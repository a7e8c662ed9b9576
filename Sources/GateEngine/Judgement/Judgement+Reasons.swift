import Documents
import FindingModel

extension Judgement {
  /// All of them, not the first: failing ones, then what is incomplete, then notices.
  mutating func collectReasons() {
    addFailing()
    addTrust()
    addRequirements()
    addBrokenTools()
    addGaps()
    addBrokenDecisions()
    for problem in input.feeds.problems {
      reasons.incomplete("feed", problem, short: "exploit data missing")
    }
    for name in input.moved {
      reasons.incomplete(
        "moved", "\(name) changed while it was looked at: run again.", short: "\(name) moved")
    }
    addNotices()
  }

  private mutating func addFailing() {
    let failing = failing.map {
      (severity: policies.severity(of: $0), state: $0.state, id: $0.id)
    }
    for severity in Severity.allCases {
      for (state, word) in [
        (FindingState.new, "new"), (.expired, "whose decision no longer holds"), (.known, "known"),
      ] {
        let ids = failing.filter { $0.severity == severity && $0.state == state }.map(\.id)
        guard !ids.isEmpty else { continue }
        let noun = ids.count == 1 ? "finding" : "findings"
        let text =
          state == .expired
          ? "\(ids.count) \(severity.rawValue) \(noun) \(word)."
          : "\(ids.count) \(word) \(severity.rawValue) \(noun) open."
        reasons.fail("open-findings", text, findings: ids)
      }
    }
  }

  private mutating func addTrust() {
    switch input.trust {
    case .missing(let problem):
      reasons.incomplete(
        "missing-base", "\(problem)", short: "base \(problem.reference) is missing")
    case .adoption:
      reasons.notice(
        "adoption",
        "The base has neither configuration nor baseline: those of this commit are used, and nobody "
          + "has reviewed them yet.")
    case .decisionOnly:
      for decision in baseline.pending.sorted(by: { $0.id < $1.id }) {
        reasons.notice(
          "decision-only", "\(decision.id): \(Baseline.words(decision)) (\(decision.owner))")
      }
      reasons.notice(
        "decision-only", "This change holds decisions only; its review is their approval.")
    case .trusted, nil: break
    }
  }

  private mutating func addRequirements() {
    for answer in answers {
      let check = answer.requirement.check
      if waivers.valid[check] != nil {
        if let decision = waivers.valid[check], !answer.lacks.isEmpty {
          reasons.notice(
            "waiver",
            "\(check) is waived until \(decision.expires?.description ?? "?"): \(decision.reason) "
              + "(\(decision.owner), approved by \(decision.approver ?? "nobody"))", check: check)
        }
        continue
      }
      for lack in answer.lacks {
        let short =
          lack.code == "not-done" ? "\(check) not done" : "\(check): \(shortened(lack.code))"
        reasons.incomplete(lack.code, "\(check): \(lack.text).", short: short, check: check)
      }
    }
  }

  private func shortened(_ code: String) -> String { code.replacing("-", with: " ") }

  /// A tool that ran and broke, or was cut short, although nobody asked for it.
  private mutating func addBrokenTools() {
    let covered = Set(
      answers.filter { $0.lacks.isEmpty || waivers.valid[$0.requirement.check] != nil }
        .flatMap(\.requirement.anyOf))
    for result in current where result.evidence.outcome == .broken {
      let evidence = result.evidence
      let name = evidence.target.map { "\(evidence.tool) (\($0))" } ?? evidence.tool
      let text = "\(name) broke: \(evidence.problems.first ?? "no reason given")"
      if covered.contains(evidence.tool) {
        reasons.notice("tool-broken", text)
      } else {
        reasons.incomplete("tool-broken", text, short: "\(evidence.tool) broke")
      }
    }
    guard input.judgesCommit else { return }
    for missing in input.notLookedAt where missing.isDemanded && !covered.contains(missing.tool) {
      reasons.incomplete(
        "not-run", missing.words, short: "\(missing.tool) did not run")
    }
  }

  private mutating func addGaps() {
    let open = (coverage?.gaps ?? []).filter { $0.allowedBy == nil }
    for kind in Gap.Kind.allCases {
      let own = open.filter { $0.kind == kind }
      guard let first = own.first else { continue }
      if kind == .toolPartial, isWaivedPartial(own) { continue }
      let rest = own.count > 1 ? " (and \(own.count - 1) more of this kind)" : ""
      reasons.incomplete(
        "gap", "\(kind.rawValue): \(first.subject): \(first.detail)\(rest)",
        short: own.count > 1 ? "\(own.count) × \(kind.rawValue)" : kind.rawValue)
    }
  }

  /// Partial tools that only waived checks ask for.
  private func isWaivedPartial(_ gaps: [Gap]) -> Bool {
    gaps.allSatisfy { gap in
      let asking = requirements.filter { $0.anyOf.contains(gap.subject) }
      return !asking.isEmpty && asking.allSatisfy { waivers.valid[$0.check] != nil }
    }
  }

  private mutating func addBrokenDecisions() {
    for problem in baseline.problems {
      reasons.incomplete(
        "broken-decision", "\(problem)", short: "decision file \(problem.file) is broken")
    }
  }

  private mutating func addNotices() {
    let pending = decisions.count { $0.status == .pending }
    if pending > 0 {
      reasons.notice(
        "pending",
        "\(pending) decision\(pending == 1 ? "" : "s") of this commit do not count until the base "
          + "holds them.")
    }
    let looser = input.configuration.changes.filter { $0.effect != .tighter }
    if !looser.isEmpty {
      reasons.notice(
        "pending-configuration",
        "\(looser.count) change\(looser.count == 1 ? "" : "s") of the configuration do not count "
          + "until the base holds them: \(looser.map(\.subject).joined(separator: ", ")).")
    }
    if stale > 0 {
      reasons.notice(
        "stale-decisions",
        "\(stale) decision\(stale == 1 ? "" : "s") whose finding is gone; secgate baseline prune "
          + "removes them.")
    }
    guard input.judgesCommit else { return }
    for missing in missingTools where !missing.isDemanded {
      reasons.notice("not-looked-at", missing.words)
    }
  }
}
