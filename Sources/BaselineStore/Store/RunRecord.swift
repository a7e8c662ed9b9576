public import FindingModel

/// One run as it is recorded: what was looked at, what was found and how it was judged.
public struct RunRecord: Sendable {
  /// One tool's word: its evidence and its findings before merging, masked.
  public struct Result: Sendable {
    public var evidence: Evidence
    public var findings: [Finding]
    /// In the place of `findings`, for a report that is too large to hold.
    public var gathered: GatheredFindings?

    public init(evidence: Evidence, findings: [Finding]) {
      self.evidence = evidence
      self.findings = findings
    }

    public init(evidence: Evidence, gathered: GatheredFindings) {
      self.evidence = evidence
      findings = []
      self.gathered = gathered
    }
  }

  public var commit: String?
  public var tree: String?
  public var results: [Result]
  /// After merging; each is a sighting.
  public var findings: [Finding]
  /// nil: evidence was added and nothing judged.
  public var outcome: GateOutcome?

  public init(
    commit: String? = nil, tree: String? = nil, results: [Result] = [], findings: [Finding] = [],
    outcome: GateOutcome? = nil
  ) {
    self.commit = commit
    self.tree = tree
    self.results = results
    self.findings = findings
    self.outcome = outcome
  }
}

/// One recorded sighting of a finding.
public struct Sighting: Sendable, Hashable {
  public var at: Timestamp
  public var commit: String?
  public var state: FindingState
  public var severity: Severity
}

/// When a finding was recorded first and last.
public struct SeenDates: Sendable, Hashable {
  public var first: Timestamp
  public var last: Timestamp

  public init(first: Timestamp, last: Timestamp) {
    self.first = first
    self.last = last
  }
}
