/// One tool's word about a finding. Merging adds witnesses and never drops one.
public struct Witness: Codable, Sendable, Hashable {
  public var tool: String
  public var version: String?
  /// The tool's own rule or advisory id.
  public var ruleID: String
  /// The tool's own label, as it wrote it; nil where it gave none.
  public var severity: String?
  /// What the tool says beyond that, such as `verified`.
  public var note: String?

  public init(
    tool: String, version: String? = nil, ruleID: String, severity: String? = nil,
    note: String? = nil
  ) {
    self.tool = tool
    self.version = version
    self.ruleID = ruleID
    self.severity = severity
    self.note = note
  }

  enum CodingKeys: String, CodingKey {
    case tool, version, severity, note
    case ruleID = "rule_id"
  }
}
