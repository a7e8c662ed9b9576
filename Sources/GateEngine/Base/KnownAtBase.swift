import FindingModel

/// Tells which findings the base already holds. Seeing a finding again never makes it known.
struct KnownAtBase {
  private let base: BaseKnowledge
  /// The tools whose complete run for the base shows a finding, by its id.
  private var tools: [String: Set<String>] = [:]

  init(_ base: BaseKnowledge) {
    self.base = base
    let whole = base.results.filter {
      $0.evidence.outcome == .clean || $0.evidence.outcome == .findings
    }
    for finding in FindingMerge(whole).findings {
      tools[finding.id] = Set(finding.witnesses.map(\.tool))
    }
  }

  func holds(_ finding: Finding) -> Bool {
    switch finding.category {
    case .secret: return base.history.isKnown(finding)
    // A missed target is missed anew each time.
    case .evidence: return false
    case .dependency, .code, .container, .web: break
    }
    let seen = Set(finding.witnesses.map(\.tool))
    if let known = tools[finding.id], !known.isDisjoint(with: seen) { return true }
    guard !base.renames.isEmpty, let old = RenamedFinding.id(of: finding, paths: base.renames),
      let known = tools[old]
    else { return false }
    return !known.isDisjoint(with: seen)
  }
}
