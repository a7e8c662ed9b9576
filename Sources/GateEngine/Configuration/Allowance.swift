public import FindingModel
import SecretScanning

/// One `[[allow]]`: a gap that somebody looked at, for a time.
public struct Allowance: Sendable, Hashable {
  public var kind: Gap.Kind?
  public var rule: String?
  /// A glob: `**` for any folders, `*` and `?` within one name.
  public var path: String?
  public var reason: String
  /// Valid through that day.
  public var expires: Day?

  public init(kind: Gap.Kind?, rule: String? = nil, path: String? = nil, reason: String) {
    self.kind = kind
    self.rule = rule
    self.path = path
    self.reason = reason
  }

  /// Whether the entry names this gap; an entry that has expired covers nothing.
  public func covers(_ gap: Gap, on day: Day) -> Bool {
    if let expires, day > expires { return false }
    if let kind, kind != gap.kind { return false }
    if let rule, rule != gap.rule { return false }
    guard let path else { return true }
    return PathExclusion(pattern: path, reason: reason).covers(gap.path ?? gap.subject)
  }

  /// For people: "[[allow]] match-limit, generic-password, static/*.min.js".
  public var words: String {
    "[[allow]] " + [kind?.rawValue, rule, path].compactMap(\.self).joined(separator: ", ")
  }
}
