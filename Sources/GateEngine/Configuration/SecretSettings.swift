public import SecretScanning

/// `[secrets]`: the native scanner's settings.
public struct SecretSettings: Sendable, Hashable {
  /// Files of own rule packs, relative to the repository's root.
  public var rules: [String]
  /// Ids of rules that are not applied.
  public var disable: [String]
  public var exclude: [PathExclusion]
  /// Bytes.
  public var maxBlob: Int
  public var decodeDepth: Int
  public var archiveDepth: Int

  public init() {
    rules = []
    disable = []
    exclude = []
    maxBlob = 64 << 20
    decodeDepth = 1
    archiveDepth = 0
  }
}
