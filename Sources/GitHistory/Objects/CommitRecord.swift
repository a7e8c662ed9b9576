/// What a commit object says; read leniently, since history holds all kinds of old damage.
public struct CommitRecord: Sendable, Hashable {
  public var tree: ObjectID
  public var parents: [ObjectID]
  public var author: Signature
  public var committer: Signature

  /// Nil if the bytes are no commit.
  static func parse(_ bytes: Span<UInt8>) -> CommitRecord? {
    var tree: ObjectID?
    var parents: [ObjectID] = []
    var (author, committer): (Signature?, Signature?)
    for line in HeaderLines.parse(bytes) {
      switch line.key {
      case "tree": tree = tree ?? ObjectID(hexadecimal: line.value)
      case "parent":
        guard let parent = ObjectID(hexadecimal: line.value) else { return nil }
        parents.append(parent)
      case "author": author = author ?? Signature(line.value)
      case "committer": committer = committer ?? Signature(line.value)
      default: continue
      }
    }
    guard let tree else { return nil }
    let nobody = Signature([])
    return CommitRecord(
      tree: tree, parents: parents, author: author ?? committer ?? nobody,
      committer: committer ?? author ?? nobody)
  }
}
