import BaselineStore
import FindingModel

extension Judgement {
  /// Comments beside secrets, and what the base already holds.
  mutating func settleKnown() {
    let known = input.base.map(KnownAtBase.init)
    for index in findings.indices {
      if findings[index].state == .allowedInline {
        findings[index] = settledInline(findings[index])
        if findings[index].state == .allowedInline { continue }
      }
      guard let known, let reference = input.base?.reference, known.holds(findings[index]) else {
        continue
      }
      findings[index].state = .known
      findings[index].stateReason = "stands at \(reference)"
    }
  }

  private mutating func settledInline(_ allowed: Finding) -> Finding {
    var finding = allowed
    let counts =
      switch policies.inlineAllow {
      case .none: false
      case .all: true
      case .base: input.base.map { $0.allowedInline.contains(finding.id) } ?? true
      }
    if counts {
      finding.stateReason = "a comment beside it allows it"
      return finding
    }
    finding.state = .new
    finding.stateReason =
      policies.inlineAllow == .none
      ? "a comment beside it does not count under this policy"
      : "a comment beside it is not at the base yet"
    for index in suppressions.indices where suppressions[index].finding == finding.id {
      if suppressions[index].kind == "inline-comment" { suppressions[index].counts = false }
    }
    return finding
  }

  /// The review of a decision-only change approves decisions on what is there without it. A secret
  /// that this very change brings in, if only to take it out again, is not.
  private mutating func holdBackOwnSecrets() {
    guard case .decisionOnly = input.trust, input.base != nil else { return }
    let own = Set(findings.filter { $0.category == .secret && $0.state != .known }.map(\.id))
    heldBack = baseline.pending.filter { own.contains($0.id) }
    guard !heldBack.isEmpty else { return }
    let ids = Set(heldBack.map(\.id))
    baseline.decisions =
      baseline.decisions.filter { !ids.contains($0.id) }
      + input.baseline.decisions.filter { ids.contains($0.id) }
  }

  mutating func settleDecisions() {
    holdBackOwnSecrets()
    var matcher = DecisionMatcher(
      baseline: baseline, policies: policies, feeds: input.feeds, today: today)
    matcher.match(&findings, renames: input.renames)
    // By position: a summary is large.
    let summaries = matcher.summaries
    decisions = summaries.indices.sorted {
      summaries[$0].decision.id < summaries[$1].decision.id
    }.map { summaries[$0] }
    decisions += waivers.summaries
    addPending()
    addStale(used: matcher.used)
  }

  private mutating func addPending() {
    let all = input.trust == .decisionOnly ? heldBack : baseline.pending
    guard !all.isEmpty else { return }
    let pending = Set(all.map(\.id))
    for index in findings.indices where pending.contains(findings[index].id) {
      if findings[index].stateReason == nil {
        findings[index].stateReason = "a decision on it is pending: the base does not hold it yet"
      }
    }
    decisions += all.sorted { $0.id < $1.id }.map { decision in
      DecisionSummary(decision: decision, status: .pending)
    }
  }

  /// Decisions whose finding is gone, where everything that could show it was looked at, whole.
  private mutating func addStale(used: Set<String>) {
    let looked = completeCategories
    guard !looked.isEmpty else { return }
    var listed: [DecisionSummary] = []
    let all = baseline.decisions
    for index in all.indices where all[index].kind != .waiver && !used.contains(all[index].id) {
      guard looked.contains(where: { all[index].id.hasPrefix($0) }) else { continue }
      stale += 1
      // A report of a hundred thousand lines tells nobody anything; `baseline prune` lists all.
      guard listed.count < Self.mostStale else { continue }
      var summary = DecisionSummary(decision: all[index], status: .stale)
      summary.add(baseline.provenance[all[index].id])
      listed.append(summary)
    }
    decisions += listed
  }

  private static let mostStale = 1000

  /// Prefixes of the identities that a complete run of today could have shown.
  private var completeCategories: [String] {
    guard input.judgesCommit else { return [] }
    let whole = current.filter {
      $0.evidence.outcome == .clean || $0.evidence.outcome == .findings
    }.map(\.evidence)
    let broken = Set(current.map(\.evidence).filter { !whole.contains($0) }.map(\.category))
    var prefixes: [String] = []
    let hasGaps = coverage?.gaps.isEmpty == false || input.scope.kind != "history"
    if !hasGaps, whole.contains(where: { $0.tool == Self.native }) {
      prefixes += ["sg1:sec:", "sg1:pw:"]
    }
    for category in Set(whole.map(\.category)).subtracting(broken) {
      switch category {
      case .dependency, .container: prefixes.append("sg1:dep:")
      case .code: prefixes.append("sg1:code:")
      case .web: prefixes.append("sg1:web:")
      case .evidence: prefixes.append("sg1:ev:")
      case .secret: break
      }
    }
    return Set(prefixes).sorted()
  }

  mutating func settleFailing() {
    let failure = FailureRules(policies: policies, feeds: input.feeds, now: input.now)
    for index in findings.indices {
      if findings[index].severitySource == .none {
        findings[index].countedAs = policies.severity(of: findings[index])
      }
      findings[index].failing = failure.isFailing(
        findings[index], firstSeen: input.seen[findings[index].id]?.first)
    }
    findings = FindingMerge.worstFirst(findings)
  }

  var failing: [Finding] { findings.filter { $0.failing == true } }
}
