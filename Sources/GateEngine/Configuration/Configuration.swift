import FindingModel

/// What a repository asks of its own commits: `.secgate.toml`, every key of it.
public struct Configuration: Sendable, Hashable {
  /// The file's name at the root of the repository.
  public static let fileName = ".secgate.toml"

  public var policy: PolicySettings
  public var requirements: [Requirement]
  public var allowances: [Allowance]
  /// By tool name.
  public var tools: [String: ToolConfiguration]
  public var secrets: SecretSettings

  /// What holds where nothing is written.
  public init() {
    policy = PolicySettings()
    requirements = []
    allowances = []
    tools = [:]
    secrets = SecretSettings()
  }

  /// SHA-256 of ``canonicalText``: the same configuration, whatever its file looks like, has the
  /// same digest.
  public var digest: String { SHA256.hexadecimal(canonicalText.utf8) }
}
