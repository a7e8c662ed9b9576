public import FindingModel

/// The configuration of one judgement: the trusted one, and the head's beside it where it tightens.
public struct EffectiveConfiguration: Sendable {
  /// Of the base, or of the judged tree where there is no base.
  public let trusted: Configuration
  public let policies: PolicyLayers
  /// All that either asks for.
  public let requirements: [Requirement]
  /// Only what both allow.
  public let allowances: [Allowance]
  public let tools: [String: ToolConfiguration]
  public let secrets: SecretSettings
  /// What the head changes, looser first.
  public let changes: [GateChange]
  /// SHA-256 of everything that holds.
  public let digest: String

  /// Without a base: one configuration, and what flags and environment say last.
  public init(_ configuration: Configuration, overrides: Overrides = Overrides(), source: String) {
    let policy = overrides.applied(to: configuration.policy)
    trusted = configuration
    policies = PolicyLayers(policy, source: source)
    requirements = configuration.requirements
    allowances = configuration.allowances
    tools = configuration.tools
    secrets = configuration.secrets
    changes = []
    digest = Self.digest(configuration, nil, policies)
  }

  /// With a base: the head's file counts where it tightens; where it loosens it is pending.
  ///
  /// - Throws: where a flag or variable would loosen the base's policy.
  public init(
    base: Configuration, head: Configuration, overrides: Overrides = Overrides(), source: String
  ) throws(OverrideError) {
    trusted = base
    policies = PolicyLayers(
      try overrides.tightening(base.policy), and: [head.policy], source: source)
    // A requirement that both spell alike is one; spelled in two ways it is asked for twice.
    requirements =
      base.requirements + head.requirements.filter { !base.requirements.contains($0) }
    allowances = base.allowances.filter { head.allowances.contains($0) }
    let comparison = ConfigurationComparison(base: base, head: head)
    tools = comparison.tools
    secrets = comparison.secrets
    changes = comparison.changes
    digest = Self.digest(base, head, policies)
  }

  private static func digest(
    _ base: Configuration, _ head: Configuration?, _ policies: PolicyLayers
  ) -> String {
    let fail = policies.summary.failOn.map(\.rawValue).joined(separator: ",")
    return SHA256.hexadecimal(
      [base.canonicalText, head?.canonicalText ?? "", fail].joined(separator: "\u{0}").utf8)
  }
}
