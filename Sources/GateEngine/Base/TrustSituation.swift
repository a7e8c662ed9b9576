/// What a trusted base means for a verdict.
public enum TrustSituation: Sendable, Hashable {
  /// Policy and baseline are the base's.
  case trusted
  /// The base has neither configuration nor baseline: the head's are used.
  case adoption
  /// Base and head differ in nothing but the baseline: the pending decisions count, since the
  /// review of this change is the approval.
  case decisionOnly
  /// There should be a base and it is not here.
  case missing(BaseProblem)
}

/// Why the base cannot be read, and what repairs it.
public struct BaseProblem: Error, Sendable, Hashable, CustomStringConvertible {
  public var reference: String
  public var reason: String
  /// The command that repairs it.
  public var repair: String

  public init(reference: String, reason: String, repair: String) {
    self.reference = reference
    self.reason = reason
    self.repair = repair
  }

  public var description: String { "base \(reference): \(reason); repair it by: \(repair)" }
}
