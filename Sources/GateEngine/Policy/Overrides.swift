public import FindingModel

/// What flags and environment say about the policy: `--fail-on`, `SECGATE_FAIL_ON`.
public struct Overrides: Sendable, Hashable {
  /// Fail from this severity on.
  public var failOn: Severity?
  /// Where it comes from, for messages: `--fail-on`, `SECGATE_FAIL_ON`.
  public var failOnSource: String

  public init(failOn: Severity? = nil, source: String = "--fail-on") {
    self.failOn = failOn
    failOnSource = source
  }

  /// The flag goes before the environment.
  ///
  /// - Throws: ``OverrideError`` for a severity that is none.
  public static func read(flag: String?, environment: (String) -> String?) throws(OverrideError)
    -> Overrides
  {
    let variable = environment("SECGATE_FAIL_ON").flatMap { $0.isEmpty ? nil : $0 }
    let source = flag == nil ? "SECGATE_FAIL_ON" : "--fail-on"
    guard let text = flag ?? variable else { return Overrides() }
    guard let severity = Severity(rawValue: text.lowercased()) else {
      throw OverrideError(
        "\(source): \(text) is none of "
          + Severity.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return Overrides(failOn: severity, source: source)
  }

  /// The settings with these said last: for every category and tool.
  public func applied(to settings: PolicySettings) -> PolicySettings {
    guard let failOn else { return settings }
    var result = settings
    let all = Severity.allCases.filter { $0 >= failOn }
    result.general.failOn = all
    for category in result.categories.keys { result.categories[category]?.failOn = nil }
    for tool in result.tools.keys { result.tools[tool]?.failOn = nil }
    return result
  }

  /// With a trusted base: the same, refused where it loosens anything.
  public func tightening(_ settings: PolicySettings) throws(OverrideError) -> PolicySettings {
    guard let failOn else { return settings }
    let keys =
      [settings.general] + Array(settings.categories.values) + Array(settings.tools.values)
    let written = keys.compactMap { $0.failOn }.compactMap { $0.min() }
    let lowest = (written + (settings.general.failOn == nil ? [.high] : [])).min()
    if let lowest, failOn > lowest {
      throw OverrideError(
        "\(failOnSource) \(failOn.rawValue) would loosen the base's policy, which fails from "
          + "\(lowest.rawValue) on; with --base flags and environment may only tighten")
    }
    return applied(to: settings)
  }
}

/// A flag or variable that cannot be: exit 2.
public struct OverrideError: Error, Sendable, Hashable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}
