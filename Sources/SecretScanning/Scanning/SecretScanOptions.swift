public import FindingModel

/// What is searched, and how.
public struct SecretScanOptions: Sendable {
  public enum Target: Sendable {
    /// Everything a repository holds: all objects, names, configuration, index, work tree.
    case history(String)
    /// Tracked and untracked files only.
    case worktree(String)
    /// What the index would add to HEAD.
    case staged(String)
    /// What `A..B` adds.
    case range(String, range: String)
    /// What a push adds.
    case push(String, PushRequest)
    /// A folder outside git, or as if it were.
    case directory(String)
    case files([String])
    /// Bytes that came by a pipe, under a name for people.
    case input([UInt8], name: String)
  }

  /// How objects are searched; the findings are the same.
  public enum Engine: String, Sendable, CaseIterable {
    /// The delta engine wherever it can be used.
    case auto
    /// Every object whole, through libgit2.
    case plain
    /// By delta trees; what they do not hold, through libgit2.
    case delta
  }

  public var target: Target
  public var engine: Engine = .auto
  /// Workers; 0 for one on each core.
  public var jobs: Int = 0
  /// Larger blobs and files are a gap `blob-limit`. Bytes; 64 MiB bounds a worker's memory.
  public var maximumBlob: Int = 64 << 20
  /// Findings below are suspects.
  public var minimumConfidence: Confidence = .medium
  public var exclusions: [PathExclusion] = []
  /// Search git-ignored files too.
  public var includesIgnored: Bool = false
  /// Read repositories of other owners.
  public var trustOwner: Bool = false
  /// `GIT_INDEX_FILE` of a hook; nil for the repository's own.
  public var indexFile: String?

  /// What earlier scans of the same objects found; nil to look at everything again. Callers leave
  /// it out with `--base`, and where `CI` is set unless `--cache` is given.
  public var memory: ScanMemoryOptions?

  public init(_ target: Target) { self.target = target }
}

/// What `git push` tells its hook.
public struct PushRequest: Sendable {
  /// The pushed ids, full; deletions left out.
  public var pushed: [String]
  /// What the remote says it has at the pushed names; zeros and ids not here are passed over.
  public var remoteOIDs: [String]
  /// The remote's name, whose tracking references count as known; nil when pushing to a URL.
  public var remote: String?

  public init(pushed: [String], remoteOIDs: [String], remote: String?) {
    self.pushed = pushed
    self.remoteOIDs = remoteOIDs
    self.remote = remote
  }
}
