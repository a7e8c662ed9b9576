public import FindingModel

/// `[policy]`: what fails, and what may be let pass.
public struct PolicySettings: Sendable, Hashable {
  /// When a comment beside a secret counts.
  public enum InlineAllow: String, Sendable, CaseIterable, Comparable {
    /// Never.
    case none
    /// When the same finding carries one at the trusted base; without a base it counts.
    case base
    case all

    private var looseness: Int {
      switch self {
      case .none: 0
      case .base: 1
      case .all: 2
      }
    }

    /// Stricter before looser.
    public static func < (left: Self, right: Self) -> Bool { left.looseness < right.looseness }
  }

  public var general: PolicyKeys
  public var categories: [Category: PolicyKeys]
  public var tools: [String: PolicyKeys]
  public var inlineAllow: InlineAllow
  /// Kinds of gaps that do not matter here.
  public var allow: [Gap.Kind]
  /// Known exploited vulnerabilities, a dated local file.
  public var kevFile: String?
  /// Exploit predictions, a dated local file.
  public var epssFile: String?
  public var accept: AcceptRules

  public init() {
    general = PolicyKeys()
    categories = [:]
    tools = [:]
    inlineAllow = .base
    allow = []
    accept = AcceptRules()
  }
}
