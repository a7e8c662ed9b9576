/// What the native scan looked at, exactly.
public struct Coverage: Codable, Sendable, Hashable {
  public var commits: Int
  public var trees: Int
  public var blobs: Int
  public var tags: Int
  /// Work tree, index, directory and standard input.
  public var files: Int
  public var references: Int
  /// Uncompressed bytes of all that was searched.
  public var bytes: Int
  /// Findings below `min_confidence`.
  public var suspects: Int
  public var gaps: [Gap]
  /// Listed, no gap: submodules, LFS pointers, ignored files, excluded paths with their reason.
  public var skipped: [Skipped]
  public var rules: Int
  /// SHA-256 of the rules that were applied.
  public var rulesDigest: String

  public struct Skipped: Codable, Sendable, Hashable {
    /// `submodule`, `lfs-pointer`, `excluded`.
    public var kind: String
    public var subject: String
    public var reason: String?

    public init(kind: String, subject: String, reason: String? = nil) {
      self.kind = kind
      self.subject = subject
      self.reason = reason
    }
  }

  public init() {
    (commits, trees, blobs, tags, files) = (0, 0, 0, 0, 0)
    (references, bytes, suspects, rules) = (0, 0, 0, 0)
    gaps = []
    skipped = []
    rulesDigest = ""
  }

  enum CodingKeys: String, CodingKey {
    case commits, trees, blobs, tags, files, references, bytes, suspects, gaps, skipped, rules
    case rulesDigest = "rules_digest"
  }
}
