import FindingModel

/// One place where a content stands: the location without line and column.
struct Spot: Sendable {
  var location: Location
  /// Counts up from the oldest commit; content without a commit comes last.
  var order: Int
  /// Further paths of the same content that have no spot of their own.
  var morePaths = 0
  /// Whether the content is what people see now: HEAD, index, work tree, input.
  var isCurrent: Bool {
    location.exposure == .head || location.exposure == .worktree
  }
}
