import FindingModel

/// One row of the conditions table.
enum ConditionRow {
  static func row(
    _ answer: RequirementAnswer, failing: [Finding], rules: PolicySummary, waiver: Decision?
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
      row.result = answer.numbers.isEmpty ? "nothing open" : answer.numbers.joined(separator: ", ")
    } else if let waiver {
      row.status = .waived
      row.result = "waived until \(waiver.expires?.description ?? "?"): \(waiver.reason)"
    } else {
      row.status = answer.isDone ? .incomplete : .notDone
      row.result = answer.lacks.map(\.text).joined(separator: "; ")
    }
    return row
  }

  /// Findings that one of its tools reports; of launch evidence those of this very check.
  static func belongs(_ finding: Finding, to requirement: Requirement) -> Bool {
    if case .evidence(let check, _) = finding.basis { return check == requirement.check }
    return finding.witnesses.contains { requirement.anyOf.contains($0.tool) }
  }

  /// `load.peak-200-users` is "Load: peak 200 users".
  static func title(_ check: String) -> String {
    let parts = check.split(separator: ".", maxSplits: 1).map {
      $0.replacing("-", with: " ").replacing("_", with: " ").replacing(".", with: " ")
    }
    guard let first = parts.first?.first else { return check }
    let head = first.uppercased() + parts[0].dropFirst()
    return parts.count > 1 ? "\(head): \(parts[1])" : head
  }

  private static func required(_ requirement: Requirement, _ rules: PolicySummary) -> String {
    var words = [requirement.anyOf.joined(separator: " or ")]
    let severities = rules.failOn.map(\.rawValue)
    if !severities.isEmpty { words.append("no \(severities.joined(separator: " or ")) open") }
    if requirement.sameCommit { words.append("same commit") }
    if let age = requirement.maxAge { words.append("at most \(Quantity.durationText(age)) old") }
    if let environment = requirement.environment { words.append("in \(environment)") }
    words += requirement.targets.all.map(\.asked)
    return words.joined(separator: ", ")
  }
}
