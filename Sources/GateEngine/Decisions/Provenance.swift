/// Who brought a decision file in, as git tells.
public struct Provenance: Sendable, Hashable {
  /// Full object id.
  public var commit: String
  /// `Name <address>`.
  public var author: String
  /// RFC 3339, UTC.
  public var date: String

  public init(commit: String, author: String, date: String) {
    self.commit = commit
    self.author = author
    self.date = date
  }
}
