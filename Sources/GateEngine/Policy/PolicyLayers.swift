public import FindingModel

/// The policies that hold together: the trusted one, and the head's beside it. What any of them
/// fails fails, and what lets something pass must stand in all of them; so a head can tighten its
/// own gate and never loosen it.
public struct PolicyLayers: Sendable, Hashable {
  /// The trusted one first; never empty.
  public let all: [Policy]
  /// `built-in`, `file`, or the base reference that it was read from.
  public let source: String

  public init(_ trusted: PolicySettings, and others: [PolicySettings] = [], source: String) {
    var settings = [trusted]
    for other in others where !settings.contains(other) { settings.append(other) }
    all = settings.map(Policy.init)
    self.source = source
  }

  /// What a scan must find at least.
  public var minConfidence: Confidence {
    var lowest = Confidence.high
    for policy in all {
      let keys =
        [policy.settings.general] + Array(policy.settings.categories.values)
        + Array(policy.settings.tools.values)
      lowest = min(lowest, policy.settings.general.minConfidence ?? .medium)
      lowest = keys.compactMap(\.minConfidence).reduce(lowest, min)
    }
    return lowest
  }

  public var inlineAllow: PolicySettings.InlineAllow {
    all.map(\.settings.inlineAllow).min() ?? .base
  }

  /// Whether gaps of a kind pass by `policy.allow`.
  public func allows(_ kind: Gap.Kind) -> Bool {
    all.allSatisfy { $0.settings.allow.contains(kind) }
  }

  /// What a finding counts as, and what reports show beside a severity nobody stated.
  public func severity(of finding: Finding) -> Severity {
    finding.severitySource == .none
      ? all.map { $0.severity(of: finding) }.max() ?? .high : finding.severity
  }

  func isSuspect(_ finding: Finding) -> Bool {
    all.allSatisfy { policy in
      policy.rules(for: finding).allSatisfy { finding.confidence < $0.minConfidence }
    }
  }

  /// Whether some policy counts known findings as failing.
  var failsKnown: Bool {
    all.contains { policy in
      let keys =
        [policy.settings.general] + Array(policy.settings.categories.values)
        + Array(policy.settings.tools.values)
      return keys.contains { $0.newOnly == false }
    }
  }

  /// For readers of the report; of several policies the trusted one.
  public var summary: PolicySummary {
    let settings = all[0].settings
    let rules = Policy(settings).rules(.secret)
    var general = PolicySettings()
    general.general = settings.general
    let plain = Policy(general).rules(.evidence)
    var summary = PolicySummary(source: source)
    summary.failOn = Severity.allCases.filter { severity in
      plain.failOn.map { severity >= $0 } ?? false
    }
    summary.unknownAs = plain.unknownAs
    summary.minConfidence = plain.minConfidence
    summary.newOnly = plain.newOnly
    summary.onlyFixed = plain.onlyFixed
    summary.failOnExposure = Exposure.allCases.filter(rules.failOnExposure.contains)
    summary.allow = settings.allow
    return summary
  }
}
