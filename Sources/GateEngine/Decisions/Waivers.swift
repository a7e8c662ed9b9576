import FindingModel

/// The waivers that hold: a required check that need not be there, for a few days, in the open.
struct Waivers {
  /// A feed that is down on launch night is back within a week.
  static let mostDays = 7
  static let prefix = "check:"

  /// By the check's name.
  private(set) var valid: [String: Decision] = [:]
  private(set) var summaries: [DecisionSummary] = []

  init(_ baseline: Baseline, required: [String: Bool], rules: VoidReasons) {
    let decisions = baseline.decisions
    for index in decisions.indices
    where decisions[index].kind == .waiver || decisions[index].id.hasPrefix(Self.prefix) {
      let decision = decisions[index]
      var summary = DecisionSummary(decision: decision, status: .valid)
      summary.add(baseline.provenance[decision.id])
      let check = String(decision.id.dropFirst(Self.prefix.count))
      var reasons = rules.rules(decision, severity: nil, author: summary.broughtBy)
      if decision.kind != .waiver || !Self.isCheck(decision) {
        reasons.append("only a waiver can name a check, and it names nothing else")
      }
      switch required[check] {
      case nil: reasons.append("names no required check")
      case true?: reasons.append("the native secret scan cannot be waived")
      case false?: break
      }
      if reasons.isEmpty {
        valid[check] = decision
      } else {
        summary.status = .void
        summary.voidReasons = reasons
      }
      summaries.append(summary)
    }
  }

  private static func isCheck(_ decision: Decision) -> Bool { decision.id.hasPrefix(prefix) }
}

extension DecisionSummary {
  mutating func add(_ provenance: Provenance?) {
    commit = provenance?.commit
    broughtBy = provenance?.author
    broughtOn = provenance?.date
  }
}
