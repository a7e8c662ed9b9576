/// What the gate knows about a finding.
public enum FindingState: String, Codable, Sendable, CaseIterable {
  case new, known, accepted
  case falsePositive = "false_positive"
  case mitigated, expired
  case allowedInline = "allowed_inline"
  case fixed

  /// Whether nobody has decided the finding away.
  public var isOpen: Bool {
    switch self {
    case .new, .known, .expired: true
    case .accepted, .falsePositive, .mitigated, .allowedInline, .fixed: false
    }
  }
}
