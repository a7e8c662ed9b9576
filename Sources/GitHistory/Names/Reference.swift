/// A branch, tag, note, stash or any other name for an object.
public struct Reference: Sendable, Hashable {
  /// In full, `refs/heads/main`.
  public var name: [UInt8]
  /// The object it names in the end; nil for a symbolic one that leads nowhere.
  public var target: ObjectID?

  public init(name: [UInt8], target: ObjectID?) {
    self.name = name
    self.target = target
  }

  /// The name, safe to print.
  public var text: String { VisibleText.of(name) }

  /// A stash is the developer's own: neither pushed nor fetched.
  public var isStash: Bool { name == Array("refs/stash".utf8) }
}
