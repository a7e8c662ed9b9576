/// One thing that is wrong, whoever found it. Two findings are the same when their `id` is.
public struct Finding: Codable, Sendable, Hashable, Identifiable {
  /// The `sg1:` identity; see ``Fingerprint``.
  public var id: String
  public var category: Category
  public var severity: Severity
  public var severitySource: SeveritySource
  /// What the gate counts a severity as that nobody stated; nil where somebody did.
  public var countedAs: Severity?
  public var confidence: Confidence
  public var title: String
  public var description: String?
  /// Ours for native findings; else the first witness's.
  public var ruleID: String
  /// CVE, GHSA, PYSEC, OSV, CWE, OWASP and tool ids, upper case prefix, sorted.
  public var identifiers: [String]
  public var cvss: CVSS?
  public var package: Package?
  public var locations: [Location]
  /// The strongest of the locations', for secrets.
  public var exposure: Exposure?
  /// The masked preview of a secret; the value itself is nowhere in this type.
  public var preview: String?
  /// What to do, plain text.
  public var remediation: String?
  public var references: [String]
  public var witnesses: [Witness]
  /// Ids of findings of other tools about the same line with the same weakness: probably the same
  /// flaw in other words, and still each a finding of its own.
  public var related: [String]?
  /// RFC 3339, UTC; nil where nothing is recorded.
  public var firstSeen: String?
  public var lastSeen: String?
  public var state: FindingState
  /// The decision that gives the state, or the one that is void, by its finding id.
  public var decision: DecisionSummary?
  /// Why the state is what it is, for people: "expired 2026-11-15", "severity medium → high".
  public var stateReason: String?
  /// Whether this finding fails the gate under the policy it was judged by.
  public var failing: Bool?
  /// Who must act, from CODEOWNERS or the decision.
  public var owner: String?
  /// Set on a record that the report itself suppresses, with the reason.
  public var suppressed: Bool?
  public var suppressionReason: String?
  /// Why confidence is what it is, one line for each signal; for `explain`.
  public var signals: [String]?
  /// How often it stands where counting matters: see section 7 of the design, `at.count`.
  public var count: Int?
  /// What identity is computed from when findings are merged; never shown.
  public var basis: IdentityBasis?

  public init(
    id: String, category: Category, severity: Severity, severitySource: SeveritySource,
    confidence: Confidence = .medium, title: String, ruleID: String, identifiers: [String] = [],
    locations: [Location] = [], witnesses: [Witness] = []
  ) {
    self.id = id
    self.category = category
    self.severity = severity
    self.severitySource = severitySource
    self.confidence = confidence
    self.title = title
    self.ruleID = ruleID
    self.identifiers = identifiers
    self.locations = locations
    self.references = []
    self.witnesses = witnesses
    self.state = .new
  }

  /// The severity that verdict, counts and order go by.
  public var counted: Severity { countedAs ?? severity }

  enum CodingKeys: String, CodingKey {
    case id, category, severity, confidence, title, description, identifiers, cvss, package
    case locations, exposure, preview, remediation, references, witnesses, related, state, decision
    case failing, owner, suppressed, signals, count, basis
    case severitySource = "severity_source"
    case countedAs = "counted_as"
    case ruleID = "rule_id"
    case firstSeen = "first_seen"
    case lastSeen = "last_seen"
    case stateReason = "state_reason"
    case suppressionReason = "suppression_reason"
  }
}
