import FindingModel
import Foundation
import GitHistory
public import ScannerRunner

/// Whose word counts for `path`, `args`, `network` and own rule files: a repository's own never by
/// itself.
public struct ToolTrust: Sendable {
  /// The keys in question of the repository's configuration with their values, in a fixed order.
  public let keys: [String]
  /// Whether they take effect.
  public let isTrusted: Bool
  private let user: Configuration

  /// - Parameters:
  ///   - isOurs: the configuration comes from the trusted base, or from a file outside of the
  ///     project that a flag names.
  ///   - isCI: nothing that somebody trusted by hand counts there.
  ///   - user: of the user's own `config.toml`.
  public init(
    _ project: Project, configuration: EffectiveConfiguration, isOurs: Bool, isCI: Bool,
    user: Configuration = Configuration(), records: TrustRecords = .forUser()
  ) {
    keys = Self.keys(project, configuration)
    self.user = user
    isTrusted =
      keys.isEmpty || isOurs
      || (!isCI && records.isTrusted(repository: project.identity, settings: keys))
  }

  /// Everything that somebody must trust before it takes effect.
  public static func keys(_ project: Project, _ configuration: EffectiveConfiguration) -> [String] {
    let tools = configuration.tools.sorted { $0.key < $1.key }.flatMap {
      $0.value.untrustedKeys(of: $0.key)
    }
    let rules = configuration.secrets.rules.sorted().map { path in
      let bytes =
        (try? SmallFile.bytes(Array("\(project.root)/\(path)".utf8), limit: 8 << 20)) ?? []
      return "secrets.rules = \(path) sha256:\(SHA256.hexadecimal(bytes))"
    }
    return tools + rules
  }

  /// What the runner is told about each tool.
  public func settings(_ configuration: EffectiveConfiguration, timeout: Duration?)
    -> [String: ToolSettings]
  {
    var all: [String: ToolSettings] = [:]
    for name in Set(configuration.tools.keys).union(user.tools.keys).union(Self.names) {
      var settings = (configuration.tools[name] ?? ToolConfiguration()).settings(
        isTrusted: isTrusted)
      if let own = user.tools[name] { settings.take(own) }
      if let timeout { settings.limits.timeout = timeout }
      all[name] = settings
    }
    return all
  }

  private static let names = ToolCatalog.tools.map(\.name)

  /// The user's own configuration of tools.
  ///
  /// - Throws: ``ConfigurationError`` where it is there and wrong.
  public static func userConfiguration(_ path: String = Project.userConfiguration())
    throws(ConfigurationError) -> Configuration
  {
    guard let bytes = FileManager.default.contents(atPath: path) else { return Configuration() }
    return try ConfigurationReader.read(Array(bytes), file: path)
  }
}

extension ToolSettings {
  /// The user's own word goes before the repository's.
  mutating func take(_ own: ToolConfiguration) {
    enabled = own.enabled ?? enabled
    version = own.version ?? version
    sha256 = own.sha256 ?? sha256
    if let timeout = own.timeout { limits.timeout = timeout }
    if let value = own.network {
      network = value
      untrusted.removeAll { $0 == "network" }
    }
    if let value = own.path {
      path = value
      untrusted.removeAll { $0 == "path" }
    }
    if !own.arguments.isEmpty {
      arguments = own.arguments
      untrusted.removeAll { $0 == "args" }
    }
    if !own.runs.isEmpty { targets = own.runs }
  }
}
