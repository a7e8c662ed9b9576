/// Where a secret stands, strongest first: who can read it by cloning or checking out.
public enum Exposure: String, Codable, Sendable, CaseIterable {
  /// In the tree of the judged commit.
  case head
  /// In the history of any branch or tag, remotes included.
  case refs
  /// In tracked or untracked files, the index or the repository's configuration only.
  case worktree
  /// In no reference's history: dangling, only in a reflog or a stash.
  case unreachable

  /// 3 for head down to 0 for unreachable.
  public var rank: Int {
    switch self {
    case .head: 3
    case .refs: 2
    case .worktree: 1
    case .unreachable: 0
    }
  }
}
