/// Where a blob stands in history.
public struct Place: Sendable, Hashable {
  /// Nil for a blob that a reference names itself, or that no commit holds.
  public var path: [UInt8]?
  /// The oldest commit that holds the blob at this path; nil where no commit does.
  public var commit: ObjectID?
  public var reach: Reach

  public init(path: [UInt8]?, commit: ObjectID?, reach: Reach) {
    self.path = path
    self.commit = commit
    self.reach = reach
  }
}
