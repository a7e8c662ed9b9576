/// How one tool is to be run: what the trusted configuration says of `[tools.NAME]`.
public struct ToolSettings: Sendable, Hashable {
  /// nil: when it applies and is installed.
  public var enabled: Bool?
  /// The only version that is accepted.
  public var version: String?
  /// The only SHA-256 (64 hexadecimal digits) of the binary or installed record.
  public var sha256: String?
  public var limits: RunLimits
  /// Whether it may use the network; nil: the tool's own need.
  public var network: Bool?
  /// Where the executable is, instead of PATH; only ever from a trusted source.
  public var path: String?
  /// Added to the tool's arguments; only ever from a trusted source.
  public var arguments: [String]
  /// What to run it on; empty: what applies.
  public var targets: [ToolTarget]
  /// Keys that were ignored because nobody trusts them yet.
  public var untrusted: [String]

  public init() {
    limits = RunLimits()
    arguments = []
    targets = []
    untrusted = []
  }
}

/// One thing to run a tool on.
public struct ToolTarget: Sendable, Hashable {
  /// `manifest`, `directory`, `image`, `filesystem`, `config`, `repository`, `url`.
  public var kind: String
  /// Relative to the repository's root, or an image or URL.
  public var target: String

  public init(kind: String, target: String) {
    self.kind = kind
    self.target = target
  }
}
