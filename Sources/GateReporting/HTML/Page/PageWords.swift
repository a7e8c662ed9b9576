import FindingModel

/// The words, shapes and classes of severities, states and statuses.
enum PageWords {
  static func severity(_ severity: Severity) -> String { severity.rawValue.capitalisedFirst }

  static func severityClass(_ severity: Severity) -> StaticString {
    switch severity {
    case .critical: "sev critical"
    case .high: "sev high"
    case .medium: "sev medium"
    case .low: "sev low"
    case .info: "sev info"
    }
  }

  static func severityIcon(_ severity: Severity) -> HTMLAnchor {
    switch severity {
    case .critical: "i-critical"
    case .high: "i-high"
    case .medium: "i-medium"
    case .low: "i-low"
    case .info: "i-info"
    }
  }

  static func state(_ state: FindingState) -> String {
    switch state {
    case .new: "New"
    case .known: "Known"
    case .accepted: "Accepted"
    case .falsePositive: "False positive"
    case .mitigated: "Mitigated"
    case .expired: "Expired"
    case .allowedInline: "Allowed by comment"
    case .fixed: "Fixed"
    }
  }

  static func category(_ category: Category) -> String { category.rawValue.capitalisedFirst }

  static func status(_ status: Condition.Status) -> String {
    switch status {
    case .pass: "Pass"
    case .fail: "Fail"
    case .incomplete: "Incomplete"
    case .notDone: "Not done"
    case .waived: "Waived"
    }
  }

  static func statusClass(_ status: Condition.Status) -> StaticString {
    switch status {
    case .pass: "status pass"
    case .fail: "status fail"
    case .incomplete: "status incomplete"
    case .notDone, .waived: "status todo"
    }
  }

  static func statusIcon(_ status: Condition.Status) -> HTMLAnchor {
    switch status {
    case .pass: "i-pass"
    case .fail: "i-fail"
    case .incomplete, .waived: "i-half"
    case .notDone: "i-todo"
    }
  }

  static func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: "GO"
    case .fail: "NO-GO"
    case .incomplete: "INCOMPLETE"
    }
  }

  static func verdictIcon(_ verdict: Verdict) -> HTMLAnchor {
    switch verdict {
    case .pass: "i-pass"
    case .fail: "i-fail"
    case .incomplete: "i-half"
    }
  }

  static func exposure(_ exposure: Exposure) -> String {
    switch exposure {
    case .head: "At HEAD"
    case .refs: "In the history of a branch or tag"
    case .worktree: "In the work tree, index or configuration only"
    case .unreachable: "In unreachable objects only"
    }
  }

  /// The severity as the gate counts it, told where no tool stated it.
  static func stated(_ finding: Finding) -> String? {
    finding.severitySource == .none ? "unknown, counted as \(finding.counted.rawValue)" : nil
  }

  /// Where a policy was read from: a word of ours, or the base reference.
  static func source(_ source: String) -> String {
    switch source {
    case "file": "the configuration file of this tree"
    case "built-in": "secgate's own defaults"
    default: source
    }
  }

  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(Numbers.grouped(number)) \(number == 1 ? one : many)"
  }

  static func short(_ commit: String) -> String { String(commit.prefix(7)) }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension HTMLAnchor: ExpressibleByStringLiteral {
  init(stringLiteral value: StaticString) { self.init(value) }
}
