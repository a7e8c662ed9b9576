/// How bad a finding is, worst first. The mapping of each tool's labels stands with its adapter.
public enum Severity: String, Codable, Sendable, CaseIterable, Comparable {
  case critical, high, medium, low, info

  /// 0 for info up to 4 for critical.
  public var rank: Int {
    switch self {
    case .critical: 4
    case .high: 3
    case .medium: 2
    case .low: 1
    case .info: 0
    }
  }

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  /// The severity of a CVSS base score (CVSS v3.1 section 5, with 0 as info).
  public init(cvss score: Double) {
    self =
      switch score {
      case 9.0...: .critical
      case 7.0...: .high
      case 4.0...: .medium
      case let positive where positive > 0: .low
      default: .info
      }
  }
}

/// Who stated a severity. `none`: nobody did, and the gate counts it as its `unknown_as`.
public enum SeveritySource: String, Codable, Sendable, CaseIterable {
  case tool, cvss, rule, none
}

/// How sure we are that a finding is what it seems to be.
public enum Confidence: String, Codable, Sendable, CaseIterable, Comparable {
  case high, medium, low

  public var rank: Int {
    switch self {
    case .high: 2
    case .medium: 1
    case .low: 0
    }
  }

  public static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

  /// One step down, low at the least.
  public var lowered: Confidence { self == .high ? .medium : .low }

  /// One step up, high at the most.
  public var raised: Confidence { self == .low ? .medium : .high }
}
