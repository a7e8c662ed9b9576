/// What a ``Finding`` consists of; each field is explained there.
struct FindingFields: Codable, Sendable, Hashable {
  var id: String
  var category: Category
  var severity: Severity
  var severitySource: SeveritySource
  var countedAs: Severity?
  var confidence: Confidence
  var title: String
  var description: String?
  var ruleID: String
  var identifiers: [String]
  var cvss: CVSS?
  var package: Package?
  var locations: [Location]
  var exposure: Exposure?
  var preview: String?
  var remediation: String?
  var references: [String]
  var witnesses: [Witness]
  var related: [String]?
  var firstSeen: String?
  var lastSeen: String?
  var state: FindingState
  var decision: DecisionSummary?
  var stateReason: String?
  var failing: Bool?
  var owner: String?
  var suppressed: Bool?
  var suppressionReason: String?
  var signals: [String]?
  var count: Int?
  var basis: IdentityBasis?

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

/// Where a finding keeps its fields: copied when one of several owners writes.
///
/// `@unchecked Sendable`: written only through ``Finding``, and there only while nobody else holds
/// it.
final class FindingBox: @unchecked Sendable {
  var fields: FindingFields

  init(_ fields: FindingFields) { self.fields = fields }
}
