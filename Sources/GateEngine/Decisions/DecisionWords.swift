public import FindingModel

/// What a person says when deciding: the flags of `accept`, `false-positive`, `waive`.
public struct DecisionWords: Sendable, Hashable {
  public var reason: String
  public var owner: String
  public var expires: Day?
  public var approver: String?
  public var ticket: String?
  /// One of OpenVEX's words.
  public var justification: String?

  public init(reason: String, owner: String, expires: Day? = nil) {
    self.reason = reason
    self.owner = owner
    self.expires = expires
  }

  /// OpenVEX 0.2.0, status justifications (github.com/openvex/spec).
  public static let justifications = [
    "component_not_present", "vulnerable_code_not_present",
    "vulnerable_code_not_in_execute_path", "vulnerable_code_cannot_be_controlled_by_adversary",
    "inline_mitigations_already_exist",
  ]
}
