public import FindingModel

/// `[policy.accept]`: what a decision must say to count.
public struct AcceptRules: Sendable, Hashable {
  public enum Field: String, Sendable, CaseIterable {
    case reason, owner, expires, approver, ticket, justification
  }

  public var require: [Field]
  /// From the owner, and from whoever brought the decision in.
  public var approverMustDiffer: Bool
  /// Days from the decision to its expiry, at most, by severity.
  public var maxDays: [Severity: Int]

  public init() {
    require = [.reason, .owner, .expires]
    approverMustDiffer = true
    maxDays = [.critical: 14, .high: 90, .medium: 180]
  }
}
