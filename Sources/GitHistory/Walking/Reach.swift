/// Who can get at an object.
public enum Reach: Sendable, Hashable {
  /// In the tree of HEAD.
  case head
  /// In the history of a branch, tag, note or any other reference but the stash, or of a HEAD.
  case refs
  /// Only dangling, in a reflog, or in the stash.
  case unreachable
}
