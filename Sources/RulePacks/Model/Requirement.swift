/// Another rule that must match near by; without it a match is a suspect.
public struct Requirement: Sendable, Hashable, Codable {
  public var rule: String
  /// nil for anywhere in the file.
  public var withinLines: Int?
  /// nil for any.
  public var withinColumns: Int?

  public init(rule: String, withinLines: Int? = nil, withinColumns: Int? = nil) {
    self.rule = rule
    self.withinLines = withinLines
    self.withinColumns = withinColumns
  }
}
