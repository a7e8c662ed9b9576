/// What a person decided about one finding or check, as its file in the baseline says it.
public struct Decision: Codable, Sendable, Hashable, Identifiable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case acceptedRisk = "accepted_risk"
    case falsePositive = "false_positive"
    case mitigated, known, waiver
  }

  /// The finding's id, or `check:NAME` for a waiver.
  public var id: String
  public var kind: Kind
  public var reason: String
  /// One of OpenVEX's justifications.
  public var justification: String?
  public var owner: String
  public var approver: String?
  public var ticket: String?
  public var created: Day
  /// Valid through that day; nil where the kind needs none.
  public var expires: Day?
  /// The identifiers the decision was made on, sorted.
  public var aliases: [String]
  public var at: Circumstances?
  /// What the finding was when it was decided, for people who read the file.
  public var title: String?

  /// What held when the decision was made; a change for the worse voids it.
  public struct Circumstances: Codable, Sendable, Hashable {
    public var severity: Severity
    /// The lowest fixing version, or `none`.
    public var fix: String
    public var kev: Bool
    public var count: Int

    public init(severity: Severity, fix: String = "none", kev: Bool = false, count: Int = 1) {
      self.severity = severity
      self.fix = fix
      self.kev = kev
      self.count = count
    }
  }

  public init(
    id: String, kind: Kind, reason: String, owner: String, created: Day, expires: Day? = nil
  ) {
    self.id = id
    self.kind = kind
    self.reason = reason
    self.owner = owner
    self.created = created
    self.expires = expires
    self.aliases = []
  }
}

/// A decision with what the judgement made of it; what reports show.
public struct DecisionSummary: Codable, Sendable, Hashable {
  public enum Status: String, Codable, Sendable, CaseIterable {
    /// Counts.
    case valid
    /// No longer holds; `voidReasons` says why.
    case void
    /// Added by the judged head and not in the trusted base: shown, does not count.
    case pending
    /// Its finding was not seen in a complete run: listed for `baseline prune`.
    case stale
  }

  public var decision: Decision
  public var status: Status
  public var voidReasons: [String]
  /// The commit, author and date that brought the file in, where git knows.
  public var commit: String?
  public var broughtBy: String?
  public var broughtOn: String?
  /// Severity now; nil where the finding is gone.
  public var severityNow: Severity?

  public init(decision: Decision, status: Status) {
    self.decision = decision
    self.status = status
    self.voidReasons = []
  }

  enum CodingKeys: String, CodingKey {
    case decision, status, commit
    case voidReasons = "void_reasons"
    case broughtBy = "brought_by"
    case broughtOn = "brought_on"
    case severityNow = "severity_now"
  }
}
