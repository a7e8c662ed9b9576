import FindingModel

/// What several sections need of a judgement, computed once.
struct PageFacts {
  /// Failing findings, worst first, as the judgement orders them.
  let failing: [Finding]
  let open: [Finding]
  /// Findings with the decision that holds for them, by its kind.
  let fixed: Int
  let byID: [String: Finding]

  init(_ outcome: GateOutcome) {
    failing = outcome.findings.filter { $0.failing == true }
    open = outcome.findings.filter { $0.state.isOpen }
    fixed = outcome.counts.fixed
    // Only decided findings are looked up by id, and ids are unique in a judgement.
    let wanted = Set(outcome.decisions.map(\.decision.id))
    byID = Dictionary(
      outcome.findings.lazy.filter { wanted.contains($0.id) }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func open(_ severity: Severity) -> [Finding] { open.filter { $0.severity == severity } }
}
