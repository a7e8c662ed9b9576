import FindingModel

/// Gives findings the state that decisions make of them.
struct DecisionMatcher {
  /// The old path of a file, by its new one, since a commit; nil: since the decision was brought
  /// in by nobody knows which commit.
  typealias Renames = (_ commit: String?) -> [String: String]

  let baseline: Baseline
  let policies: PolicyLayers
  let rules: VoidReasons
  let feeds: ExploitFeeds
  /// Ids of decisions that some finding answers to.
  private(set) var used: Set<String> = []
  private(set) var summaries: [DecisionSummary] = []

  init(baseline: Baseline, policies: PolicyLayers, feeds: ExploitFeeds, today: Day) {
    self.baseline = baseline
    self.policies = policies
    self.feeds = feeds
    rules = VoidReasons(policies: policies.all.map(\.settings.accept), today: today)
  }

  mutating func match(_ findings: inout [Finding], renames: Renames) {
    var index = DecisionIndex(baseline, findings: findings)
    index.addRenamed(findings, renames: renames)
    for position in findings.indices {
      if let decision = index.decision(for: findings[position]) {
        apply(decision, to: &findings[position])
      } else if let hint = index.hint(for: findings[position]) {
        findings[position].stateReason = hint
      }
    }
  }

  private mutating func apply(_ decision: Decision, to finding: inout Finding) {
    used.insert(decision.id)
    var summary = DecisionSummary(decision: decision, status: .valid)
    summary.add(baseline.provenance[decision.id])
    let severity = policies.severity(of: finding)
    summary.severityNow = severity
    summary.voidReasons = rules.reasons(
      decision, for: finding, severity: severity, isExploited: feeds.isExploited(finding),
      author: summary.broughtBy)
    if summary.voidReasons.isEmpty {
      finding.state = Self.state(decision.kind)
      finding.stateReason = "\(Baseline.words(decision)) (\(decision.owner))"
    } else {
      summary.status = .void
      finding.state = .expired
      finding.stateReason = summary.voidReasons.joined(separator: "; ")
    }
    finding.owner = finding.owner ?? decision.owner
    finding.decision = summary
    summaries.append(summary)
  }

  private static func state(_ kind: Decision.Kind) -> FindingState {
    switch kind {
    case .acceptedRisk: .accepted
    case .falsePositive: .falsePositive
    case .mitigated: .mitigated
    case .known: .known
    // A waiver is about a check; on a finding's id it decides nothing.
    case .waiver: .expired
    }
  }
}
