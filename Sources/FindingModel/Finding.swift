/// One thing that is wrong, whoever found it. Two findings are the same when their `id` is.
///
/// A value like any other, with its fields behind a reference: lists of tens of thousands are
/// copied, sorted and filtered at every step of a judgement.
public struct Finding: Codable, Sendable, Hashable, Identifiable {
  private var box: FindingBox

  private var own: FindingFields {
    get { box.fields }
    _modify {
      if !isKnownUniquelyReferenced(&box) { box = FindingBox(box.fields) }
      yield &box.fields
    }
  }

  /// The `sg1:` identity; see ``Fingerprint``.
  public var id: String {
    get { box.fields.id }
    _modify { yield &own.id }
  }
  public var category: Category {
    get { box.fields.category }
    _modify { yield &own.category }
  }
  public var severity: Severity {
    get { box.fields.severity }
    _modify { yield &own.severity }
  }
  public var severitySource: SeveritySource {
    get { box.fields.severitySource }
    _modify { yield &own.severitySource }
  }
  /// What the gate counts a severity as that nobody stated; nil where somebody did.
  public var countedAs: Severity? {
    get { box.fields.countedAs }
    _modify { yield &own.countedAs }
  }
  public var confidence: Confidence {
    get { box.fields.confidence }
    _modify { yield &own.confidence }
  }
  public var title: String {
    get { box.fields.title }
    _modify { yield &own.title }
  }
  public var description: String? {
    get { box.fields.description }
    _modify { yield &own.description }
  }
  /// Ours for native findings; else the first witness's.
  public var ruleID: String {
    get { box.fields.ruleID }
    _modify { yield &own.ruleID }
  }
  /// CVE, GHSA, PYSEC, OSV, CWE, OWASP and tool ids, upper case prefix, sorted.
  public var identifiers: [String] {
    get { box.fields.identifiers }
    _modify { yield &own.identifiers }
  }
  public var cvss: CVSS? {
    get { box.fields.cvss }
    _modify { yield &own.cvss }
  }
  public var package: Package? {
    get { box.fields.package }
    _modify { yield &own.package }
  }
  public var locations: [Location] {
    get { box.fields.locations }
    _modify { yield &own.locations }
  }
  /// The strongest of the locations', for secrets.
  public var exposure: Exposure? {
    get { box.fields.exposure }
    _modify { yield &own.exposure }
  }
  /// The masked preview of a secret; the value itself is nowhere in this type.
  public var preview: String? {
    get { box.fields.preview }
    _modify { yield &own.preview }
  }
  /// What to do, plain text.
  public var remediation: String? {
    get { box.fields.remediation }
    _modify { yield &own.remediation }
  }
  public var references: [String] {
    get { box.fields.references }
    _modify { yield &own.references }
  }
  public var witnesses: [Witness] {
    get { box.fields.witnesses }
    _modify { yield &own.witnesses }
  }
  /// Ids of findings of other tools about the same line with the same weakness: probably the same
  /// flaw in other words, and still each a finding of its own.
  public var related: [String]? {
    get { box.fields.related }
    _modify { yield &own.related }
  }
  /// RFC 3339, UTC; nil where nothing is recorded.
  public var firstSeen: String? {
    get { box.fields.firstSeen }
    _modify { yield &own.firstSeen }
  }
  public var lastSeen: String? {
    get { box.fields.lastSeen }
    _modify { yield &own.lastSeen }
  }
  public var state: FindingState {
    get { box.fields.state }
    _modify { yield &own.state }
  }
  /// The decision that gives the state, or the one that is void, by its finding id.
  public var decision: DecisionSummary? {
    get { box.fields.decision }
    _modify { yield &own.decision }
  }
  /// Why the state is what it is, for people: "expired 2026-11-15", "severity medium → high".
  public var stateReason: String? {
    get { box.fields.stateReason }
    _modify { yield &own.stateReason }
  }
  /// Whether this finding fails the gate under the policy it was judged by.
  public var failing: Bool? {
    get { box.fields.failing }
    _modify { yield &own.failing }
  }
  /// Who must act, from CODEOWNERS or the decision.
  public var owner: String? {
    get { box.fields.owner }
    _modify { yield &own.owner }
  }
  /// Set on a record that the report itself suppresses, with the reason.
  public var suppressed: Bool? {
    get { box.fields.suppressed }
    _modify { yield &own.suppressed }
  }
  public var suppressionReason: String? {
    get { box.fields.suppressionReason }
    _modify { yield &own.suppressionReason }
  }
  /// Why confidence is what it is, one line for each signal; for `explain`.
  public var signals: [String]? {
    get { box.fields.signals }
    _modify { yield &own.signals }
  }
  /// How often it stands where counting matters: see section 7 of the design, `at.count`.
  public var count: Int? {
    get { box.fields.count }
    _modify { yield &own.count }
  }
  /// What identity is computed from when findings are merged; never shown.
  public var basis: IdentityBasis? {
    get { box.fields.basis }
    _modify { yield &own.basis }
  }

  public init(
    id: String, category: Category, severity: Severity, severitySource: SeveritySource,
    confidence: Confidence = .medium, title: String, ruleID: String, identifiers: [String] = [],
    locations: [Location] = [], witnesses: [Witness] = []
  ) {
    box = FindingBox(
      FindingFields(
        id: id, category: category, severity: severity, severitySource: severitySource,
        confidence: confidence, title: title, ruleID: ruleID, identifiers: identifiers,
        locations: locations, references: [], witnesses: witnesses, state: .new))
  }

  /// The severity that verdict, counts and order go by.
  public var counted: Severity { countedAs ?? severity }

  public init(from decoder: any Decoder) throws {
    box = FindingBox(try FindingFields(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws { try box.fields.encode(to: encoder) }

  public static func == (left: Finding, right: Finding) -> Bool {
    left.box === right.box || left.box.fields == right.box.fields
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(box.fields) }
}
