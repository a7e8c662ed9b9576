import FindingModel

/// Whether a finding in its state fails the gate.
struct FailureRules {
  let policies: PolicyLayers
  let feeds: ExploitFeeds
  let now: Timestamp

  /// - Parameter firstSeen: when it was recorded first; nil: now.
  func isFailing(_ finding: Finding, firstSeen: Timestamp?) -> Bool {
    guard finding.state.isOpen else { return false }
    return policies.all.contains { policy in
      let severity = policy.severity(of: finding)
      return policy.rules(for: finding).contains {
        fails(finding, severity, $0, firstSeen: firstSeen)
      }
    }
  }

  private func fails(
    _ finding: Finding, _ severity: Severity, _ rules: Policy.Rules, firstSeen: Timestamp?
  ) -> Bool {
    if finding.confidence < rules.minConfidence { return false }
    if finding.category == .secret, let exposure = finding.exposure,
      !rules.failOnExposure.contains(exposure)
    {
      return false
    }
    if rules.onlyFixed, let package = finding.package, package.fixedIn.isEmpty { return false }
    if let limit = rules.maxAge[severity], let firstSeen,
      now.seconds - firstSeen.seconds > limit
    {
      return true
    }
    if finding.state == .known, rules.newOnly { return false }
    if let lowest = rules.failOn, severity >= lowest { return true }
    if rules.kevBlocks, feeds.isExploited(finding) { return true }
    if let limit = rules.epssBlocks, let score = feeds.score(finding) { return score >= limit }
    return false
  }
}
