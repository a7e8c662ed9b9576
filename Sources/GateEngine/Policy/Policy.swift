public import FindingModel

/// The rules by which findings fail, from one configuration.
public struct Policy: Sendable, Hashable {
  /// What holds for a category and a tool once everything written is applied.
  public struct Rules: Sendable, Hashable {
    /// The lowest severity that fails; nil: none does.
    public var failOn: Severity?
    public var unknownAs: Severity
    public var minConfidence: Confidence
    public var newOnly: Bool
    public var onlyFixed: Bool
    public var failOnExposure: Set<Exposure>
    /// Seconds.
    public var maxAge: [Severity: Int]
    public var kevBlocks: Bool
    public var epssBlocks: Double?
  }

  public let settings: PolicySettings
  private let general: Rules
  private let byCategory: [Category: Rules]
  private let isUniform: Bool

  public init(_ settings: PolicySettings) {
    self.settings = settings
    general = Self.rules(settings.general)
    var byCategory: [Category: Rules] = [:]
    for (category, keys) in settings.categories {
      byCategory[category] = Self.rules(keys.over(settings.general))
    }
    self.byCategory = byCategory
    isUniform = settings.tools.isEmpty
  }

  /// A tool's keys go before its category's, and these before the general ones.
  public func rules(_ category: Category, tool: String? = nil) -> Rules {
    if !isUniform, let tool, let keys = settings.tools[tool] {
      let inner = settings.categories[category] ?? PolicyKeys()
      return Self.rules(keys.over(inner).over(settings.general))
    }
    return byCategory[category] ?? general
  }

  /// The rules under which a finding is judged: one for each tool that reported it, since the
  /// strictest decides.
  func rules(for finding: Finding) -> [Rules] {
    if isUniform || finding.witnesses.isEmpty { return [rules(finding.category)] }
    var all: [Rules] = []
    for tool in Set(finding.witnesses.map(\.tool)).sorted() {
      let rules = rules(finding.category, tool: tool)
      if !all.contains(rules) { all.append(rules) }
    }
    return all
  }

  /// What a finding counts as: a severity that nobody stated is the strictest `unknown_as`.
  func severity(of finding: Finding) -> Severity {
    guard finding.severitySource == .none else { return finding.severity }
    return rules(for: finding).map(\.unknownAs).max() ?? .high
  }

  private static func rules(_ keys: PolicyKeys) -> Rules {
    Rules(
      failOn: (keys.failOn ?? [.critical, .high]).min(), unknownAs: keys.unknownAs ?? .high,
      minConfidence: keys.minConfidence ?? .medium, newOnly: keys.newOnly ?? true,
      onlyFixed: keys.onlyFixed ?? false,
      failOnExposure: Set(keys.failOnExposure ?? [.head, .refs, .worktree]),
      maxAge: keys.maxAge ?? [:], kevBlocks: keys.kevBlocks ?? true, epssBlocks: keys.epssBlocks)
  }
}
