public import ScannerRunner

/// One `[tools.NAME]`.
public struct ToolConfiguration: Sendable, Hashable {
  public var enabled: Bool?
  public var version: String?
  /// 64 hexadecimal digits.
  public var sha256: String?
  public var timeout: Duration?
  public var network: Bool?
  public var path: String?
  public var arguments: [String]
  public var runs: [ToolTarget]

  public init() {
    arguments = []
    runs = []
  }

  /// The keys that only count from a trusted source, with their values, in a fixed order: what
  /// `secgate trust` stores the digest of.
  public func untrustedKeys(of tool: String) -> [String] {
    var keys: [String] = []
    if let path { keys.append("tools.\(tool).path = \(path)") }
    if !arguments.isEmpty {
      keys.append("tools.\(tool).args = \(arguments.joined(separator: "\u{1f}"))")
    }
    if let network { keys.append("tools.\(tool).network = \(network)") }
    return keys
  }

  /// What the runner is told.
  ///
  /// - Parameter isTrusted: whether `path`, `args` and `network` count; else they are left out by
  ///   name.
  public func settings(isTrusted: Bool) -> ToolSettings {
    var settings = ToolSettings()
    settings.enabled = enabled
    settings.version = version
    settings.sha256 = sha256
    if let timeout { settings.limits.timeout = timeout }
    settings.targets = runs
    if isTrusted {
      settings.network = network
      settings.path = path
      settings.arguments = arguments
    } else {
      settings.untrusted = [
        path.map { _ in "path" }, arguments.isEmpty ? nil : "args", network.map { _ in "network" },
      ].compactMap(\.self)
    }
    return settings
  }
}
