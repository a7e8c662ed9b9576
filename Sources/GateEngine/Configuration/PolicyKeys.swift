public import FindingModel

/// The keys of `[policy]` that can be given again for a category or a tool; nil: not written.
public struct PolicyKeys: Sendable, Hashable {
  public var failOn: [Severity]?
  public var unknownAs: Severity?
  public var minConfidence: Confidence?
  public var newOnly: Bool?
  public var onlyFixed: Bool?
  public var failOnExposure: [Exposure]?
  /// Seconds by severity.
  public var maxAge: [Severity: Int]?
  public var kevBlocks: Bool?
  /// 0...1: the probability from which a finding blocks.
  public var epssBlocks: Double?

  public init() {}

  /// These keys, and for what they do not say those of `other`.
  func over(_ other: PolicyKeys) -> PolicyKeys {
    var keys = PolicyKeys()
    keys.failOn = failOn ?? other.failOn
    keys.unknownAs = unknownAs ?? other.unknownAs
    keys.minConfidence = minConfidence ?? other.minConfidence
    keys.newOnly = newOnly ?? other.newOnly
    keys.onlyFixed = onlyFixed ?? other.onlyFixed
    keys.failOnExposure = failOnExposure ?? other.failOnExposure
    keys.maxAge = maxAge ?? other.maxAge
    keys.kevBlocks = kevBlocks ?? other.kevBlocks
    keys.epssBlocks = epssBlocks ?? other.epssBlocks
    return keys
  }
}
