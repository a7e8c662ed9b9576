public import BaselineStore
public import FindingModel

/// Everything a judgement looks at. It reads nothing by itself, so that the same input gives the
/// same outcome.
public struct JudgementInput: Sendable {
  /// What is judged; its commit and tree decide which evidence is of it.
  public var scope: Scope
  /// The moment of the judgement; `--as-of` moves it.
  public var now: Timestamp
  public var configuration: EffectiveConfiguration
  /// Of this run and recorded ones, in the order of recording; the native scan's is tool
  /// `secgate`, its suspects among its findings.
  public var results: [ToolResult]
  /// Whether the command answers for the whole commit (`scan`, `gate`) and not for its own scope
  /// (`secrets`, the hook): requirements, other tools and the conditions table belong to it.
  public var judgesCommit: Bool
  public var coverage: Coverage?
  /// What the scanners list: inline comments, tools' own configuration.
  public var suppressions: [Suppression]
  public var baseline: Baseline
  /// What the trusted base already holds; nil: there is no base.
  public var base: BaseKnowledge?
  /// What the base means for the verdict; nil: there is none.
  public var trust: TrustSituation?
  public var notLookedAt: [NotLookedAt]
  /// When findings were recorded first and last, by id.
  public var seen: [String: SeenDates]
  public var feeds: ExploitFeeds
  /// References and files that changed while everything was looked at.
  public var moved: [String]
  public var trend: [TrendPoint]?
  /// Changes to the gate besides those of the configuration.
  public var gateChanges: [GateChange]
  /// The text of a file of the judged tree.
  public var source: @Sendable (String) -> [UInt8]?
  /// Old paths by new ones since a commit; nil: since the decision's commit is not known.
  public var renames: @Sendable (String?) -> [String: String]

  public init(scope: Scope, now: Timestamp, configuration: EffectiveConfiguration) {
    self.scope = scope
    self.now = now
    self.configuration = configuration
    results = []
    judgesCommit = true
    suppressions = []
    baseline = Baseline()
    notLookedAt = []
    seen = [:]
    feeds = ExploitFeeds()
    moved = []
    gateChanges = []
    source = { _ in nil }
    renames = { _ in [:] }
  }
}
