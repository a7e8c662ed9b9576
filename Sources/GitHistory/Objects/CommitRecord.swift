/// What a commit object says; read leniently, since history holds all kinds of old damage.
public struct CommitRecord: Sendable, Hashable {
  public var tree: ObjectID
  public var parents: [ObjectID]
  public var author: Signature
  public var committer: Signature

  /// Nil if the bytes are no commit.
  public static func parse(_ bytes: Span<UInt8>) -> CommitRecord? {
    var tree: ObjectID?
    var parents: [ObjectID] = []
    var (author, committer): (Signature?, Signature?)
    var lines = HeaderLines()
    while let (key, value) = lines.next(in: bytes) {
      if bytes.equals(key, "tree") {
        tree = tree ?? ObjectID(digits: value, of: bytes)
      } else if bytes.equals(key, "parent") {
        guard let parent = ObjectID(digits: value, of: bytes) else { return nil }
        parents.append(parent)
      } else if bytes.equals(key, "author") {
        author = author ?? Signature(bytes.copied(value))
      } else if bytes.equals(key, "committer") {
        committer = committer ?? Signature(bytes.copied(value))
      }
    }
    guard let tree else { return nil }
    let nobody = Signature([])
    return CommitRecord(
      tree: tree, parents: parents, author: author ?? committer ?? nobody,
      committer: committer ?? author ?? nobody)
  }
}
