import FindingModel

/// One row of the conditions table.
enum ConditionRow {
  static func row(
    _ answer: RequirementAnswer, failing: [Finding], settled: [Finding], rules: PolicySummary,
    waiver: Decision?
  ) -> Condition {
    let requirement = answer.requirement
    var row = Condition(
      check: requirement.check, title: title(requirement.check),
      required: required(requirement, rules), result: "", status: .pass)
    row.anyOf = requirement.anyOf
    row.evidence = answer.used.map(\.evidence.id)
    let own = failing.filter { belongs($0, to: requirement) }
    row.findings = own.map(\.id)
    if !own.isEmpty {
      row.status = .fail
      row.result = "\(own.count) finding\(own.count == 1 ? "" : "s") open"
      if !answer.numbers.isEmpty { row.result += ": " + answer.numbers.joined(separator: ", ") }
    } else if answer.lacks.isEmpty {
      row.result = passing(answer, settled, rules)
    } else if let waiver {
      row.status = .waived
      row.result = "waived until \(waiver.expires?.description ?? "?"): \(waiver.reason)"
    } else {
      row.status = answer.isDone ? .incomplete : .notDone
      row.result = answer.lacks.map(\.text).joined(separator: "; ")
    }
    return row
  }

  /// What was found where nothing fails, with what was decided away: a number that misses its target
  /// and passes is no riddle then.
  private static func passing(
    _ answer: RequirementAnswer, _ settled: [Finding], _ rules: PolicySummary
  ) -> String {
    var words = answer.numbers.isEmpty ? [threshold(rules) ?? "nothing fails"] : answer.numbers
    for (state, name) in [
      (FindingState.accepted, "accepted"), (.mitigated, "mitigated"), (.known, "known"),
    ] {
      let count = settled.count { $0.state == state && belongs($0, to: answer.requirement) }
      if count > 0 { words.append("\(count) \(name)") }
    }
    return words.joined(separator: ", ")
  }

  /// "no critical or high open".
  private static func threshold(_ rules: PolicySummary) -> String? {
    let severities = rules.failOn.map(\.rawValue)
    return severities.isEmpty ? nil : "no \(severities.joined(separator: " or ")) open"
  }

  /// Findings that one of its tools reports; of launch evidence those of this very check.
  static func belongs(_ finding: Finding, to requirement: Requirement) -> Bool {
    if case .evidence(let check, _) = finding.basis { return check == requirement.check }
    return finding.witnesses.contains { requirement.anyOf.contains($0.tool) }
  }

  /// `load.peak-200-users` is "Load: peak 200 users".
  static func title(_ check: String) -> String {
    let parts = check.split(separator: ".", maxSplits: 1).map {
      $0.split { "-_.".contains($0) }.map { abbreviations[$0.lowercased()] ?? String($0) }
        .joined(separator: " ")
    }
    guard let first = parts.first?.first else { return check }
    let head = first.uppercased() + parts[0].dropFirst()
    return parts.count > 1 ? "\(head): \(parts[1])" : head
  }

  private static let abbreviations = [
    "api": "API", "csrf": "CSRF", "dast": "DAST", "dns": "DNS", "http": "HTTP", "sast": "SAST",
    "sql": "SQL", "ssrf": "SSRF", "tls": "TLS", "xss": "XSS", "xxe": "XXE",
  ]

  private static func required(_ requirement: Requirement, _ rules: PolicySummary) -> String {
    var words = requirement.targets.all.map(\.asked)
    if requirement.anyOf == ["sign-off"] {
      words.append("signed off")
    } else {
      if let threshold = threshold(rules) { words.append(threshold) }
      words.append("by " + requirement.anyOf.joined(separator: " or "))
    }
    if requirement.sameCommit { words.append("same commit") }
    if let age = requirement.maxAge { words.append("at most \(Quantity.durationText(age)) old") }
    if let environment = requirement.environment { words.append("in \(environment)") }
    return words.joined(separator: ", ")
  }
}
