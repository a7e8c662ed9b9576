import FindingModel

/// Why a decision no longer holds for a finding; empty: it holds.
struct VoidReasons {
  let policies: [AcceptRules]
  let today: Day

  /// - Parameters:
  ///   - severity: what the finding counts as now.
  ///   - isExploited: whether the dated local file lists it.
  func reasons(
    _ decision: Decision, for finding: Finding, severity: Severity, isExploited: Bool,
    author: String?
  ) -> [String] {
    var reasons = rules(decision, severity: severity, author: author)
    if let at = decision.at {
      if severity > at.severity {
        reasons.append("severity \(at.severity.rawValue) → \(severity.rawValue)")
      }
      if at.fix == "none", let fix = finding.package?.fixedIn.first {
        reasons.append("a fix is there now: \(fix)")
      }
      if isExploited, !at.kev { reasons.append("is known to be exploited now") }
      let count = finding.count ?? 1
      if count > at.count { reasons.append("stands in \(count) places, decided for \(at.count)") }
    }
    let grown = grownAdvisories(decision, finding)
    if !grown.isEmpty { reasons.append("not decided on: \(grown.joined(separator: ", "))") }
    return reasons
  }

  /// What is wrong with a decision whatever it is about.
  func rules(_ decision: Decision, severity: Severity?, author: String?) -> [String] {
    var reasons: [String] = []
    if let expires = decision.expires, today > expires { reasons.append("expired \(expires)") }
    // A day of grace: the author's clock may be ahead of UTC here.
    if decision.created.days(since: today) > 1 {
      reasons.append("was made in the future, \(decision.created)")
    }
    for rules in policies {
      for reason in Self.broken(rules, decision, severity: severity, author: author)
      where !reasons.contains(reason) {
        reasons.append(reason)
      }
    }
    return reasons
  }

  private static func broken(
    _ rules: AcceptRules, _ decision: Decision, severity: Severity?, author: String?
  ) -> [String] {
    var reasons: [String] = []
    switch decision.kind {
    case .acceptedRisk, .mitigated:
      for field in rules.require where !decision.states(field) {
        reasons.append("has no \(field.rawValue), which the policy requires")
      }
      let at = decision.at?.severity ?? severity
      if let expires = decision.expires, let at, let days = rules.maxDays[at],
        expires.days(since: decision.created) > days
      {
        reasons.append("expires more than \(days) days after it was made (\(at.rawValue))")
      }
    case .known:
      if decision.expires == nil { reasons.append("has no expires, which a known finding needs") }
    case .waiver:
      if decision.expires == nil { reasons.append("has no expires, which a waiver needs") }
      if !decision.states(.approver) { reasons.append("has no approver, which a waiver needs") }
      if let expires = decision.expires, expires.days(since: decision.created) > Waivers.mostDays {
        reasons.append("expires more than \(Waivers.mostDays) days after it was made")
      }
    case .falsePositive: break
    }
    if rules.approverMustDiffer, let approver = decision.approver {
      if Person.isSame(approver, decision.owner) {
        reasons.append("has its owner as approver")
      } else if let author, Person.isSame(approver, author) {
        reasons.append("has as approver whoever brought it in")
      }
    }
    return reasons
  }

  /// Advisories that nobody saw when it was decided. Other names of a tool's own do not count: they
  /// come and go with its version.
  private func grownAdvisories(_ decision: Decision, _ finding: Finding) -> [String] {
    guard let key = DependencyKey(decision.id) else { return [] }
    var seen = Set(decision.aliases)
    seen.insert(key.advisory)
    return finding.identifiers.filter {
      ($0.hasPrefix("CVE-") || $0.hasPrefix("GHSA-")) && !seen.contains($0)
    }
  }
}

extension Decision {
  func states(_ field: AcceptRules.Field) -> Bool {
    func says(_ text: String?) -> Bool { text?.contains { !$0.isWhitespace } ?? false }
    return switch field {
    case .reason: says(reason)
    case .owner: says(owner)
    case .expires: expires != nil
    case .approver: says(approver)
    case .ticket: says(ticket)
    case .justification: says(justification)
    }
  }
}
