import FindingModel

/// The verdict in one line.
struct Headline {
  let verdict: Verdict
  let judgement: Judgement

  var text: String {
    let words =
      switch verdict {
      case .pass: pass
      case .fail: fail
      case .incomplete: incomplete
      }
    if case .adoption = judgement.input.trust { return "ADOPTION: nothing trusted yet; \(words)" }
    return words
  }

  private var pass: String {
    let waived = judgement.waived.count
    var words = "PASS"
    if waived > 0 { words += " with \(waived) waiver\(waived == 1 ? "" : "s")" }
    let parts = [lookedAt, notLookedAt].compactMap(\.self)
    if !parts.isEmpty { words += " (\(parts.joined(separator: "; ")))" }
    return words + approval
  }

  /// Where nobody wrote down what is required, the verdict says what it is about.
  private var lookedAt: String? {
    guard !judgement.input.judgesCommit || judgement.isUnconfigured else { return nil }
    let tools = Set(judgement.current.map(\.evidence.tool)).subtracting([Judgement.native])
    return (["secrets"] + (judgement.input.judgesCommit ? tools.sorted() : []))
      .joined(separator: ", ")
  }

  private var notLookedAt: String? {
    guard judgement.input.judgesCommit else { return nil }
    let tools = Set(judgement.missingTools.map(\.tool))
    return tools.isEmpty ? nil : "not looked at: " + tools.sorted().joined(separator: ", ")
  }

  private var approval: String {
    guard case .decisionOnly = judgement.input.trust else { return "" }
    let count = judgement.baseline.pending.count - judgement.heldBack.count
    guard count > 0 else { return "" }
    return "; review of this change is the approval of \(count) decision\(count == 1 ? "" : "s")"
  }

  private var fail: String {
    let failing = judgement.failing
    let parts = Severity.allCases.compactMap { severity -> String? in
      let count = failing.count { judgement.policies.severity(of: $0) == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)"
    }
    let rest = judgement.reasons.isIncomplete ? "; evidence incomplete too" : ""
    return "FAIL: \(parts.joined(separator: ", ")) open\(rest)\(approval)"
  }

  private var incomplete: String {
    let short = judgement.reasons.short
    let rest = short.count > 2 ? "; \(short.count - 2) more" : ""
    return "INCOMPLETE (\(short.prefix(2).joined(separator: "; "))\(rest))\(approval)"
  }
}
