public import FindingModel

/// One `[[require]]`: evidence without which nothing ships.
public struct Requirement: Sendable, Hashable {
  /// A name for people: `dependencies.python`.
  public var check: String
  /// The tools of which one must have looked.
  public var anyOf: [String]
  public var sameCommit: Bool
  /// Seconds.
  public var maxAge: Int?
  public var environment: String?
  /// Of a missed target or failed test; high unless written.
  public var severity: Severity?
  public var targets: Targets

  /// What the measured numbers must reach; nil: not asked.
  public struct Targets: Sendable, Hashable {
    public var minRequests: Int?
    /// Seconds.
    public var minDuration: Int?
    public var minTests: Int?
    public var maxSkipped: Int?
    public var maxFlaky: Int?
    /// Percent.
    public var minLines: Double?
    public var minBranches: Double?
    public var p50: Double?
    public var p95: Double?
    public var p99: Double?
    /// 0...1.
    public var errorRate: Double?
    /// Requests a second, at least.
    public var throughput: Double?

    public init() {}
  }

  public init(check: String, anyOf: [String]) {
    self.check = check
    self.anyOf = anyOf
    sameCommit = true
    targets = Targets()
  }
}
