/// Every object of a repository, by what it is.
public struct StoredObjects: Sendable {
  private let trees: Set<ObjectID>
  private let blobs: Set<ObjectID>
  private let others: [ObjectID: ObjectKind]
  /// Objects that are there and cannot be read.
  private let unread: Set<ObjectID>

  public init(
    trees: some Sequence<ObjectID>, blobs: some Sequence<ObjectID>,
    commits: some Sequence<ObjectID>, tags: some Sequence<ObjectID>,
    unread: some Sequence<ObjectID>
  ) {
    (self.trees, self.blobs, self.unread) = (Set(trees), Set(blobs), Set(unread))
    var others: [ObjectID: ObjectKind] = [:]
    for id in commits { others[id] = .commit }
    for id in tags { others[id] = .tag }
    self.others = others
  }

  /// Nil for an object that is not there, or cannot be read.
  public func kind(of id: ObjectID) -> ObjectKind? {
    trees.contains(id) ? .tree : blobs.contains(id) ? .blob : others[id]
  }

  func isUnread(_ id: ObjectID) -> Bool { unread.contains(id) }
}

/// An object that history names as something else than it is.
public struct MisnamedObject: Sendable, Hashable, CustomStringConvertible {
  public var id: ObjectID
  /// What it is named as.
  public var expected: ObjectKind
  public var kind: ObjectKind

  /// Nil for an object that is what it is named as, or of which that is not known.
  public init?(_ id: ObjectID, as expected: ObjectKind, _ kind: ObjectKind?) {
    guard let kind, kind != expected else { return nil }
    (self.id, self.expected, self.kind) = (id, expected, kind)
  }

  public var description: String { "object \(id): \(words)" }

  /// What is wrong with it, for people.
  public var words: String {
    "history names it as a \(expected.rawValue), it is a \(kind.rawValue); run `git fsck`"
  }
}
