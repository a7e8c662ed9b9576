extension Repository {
  public func commit(_ id: ObjectID) throws -> CommitRecord {
    try parsed(id, .commit) { CommitRecord.parse($0) }
  }

  public func tag(_ id: ObjectID) throws -> TagRecord {
    try parsed(id, .tag) { TagRecord.parse($0) }
  }

  public func tree(_ id: ObjectID) throws -> [TreeEntry] {
    if id == .emptyTree { return [] }
    return try parsed(id, .tree) { TreeEntry.parse($0) }
  }

  private func parsed<Record>(
    _ id: ObjectID, _ kind: ObjectKind, _ parse: (Span<UInt8>) -> Record?
  ) throws -> Record {
    try withObject(id) { found, bytes in
      guard found == kind, let record = parse(bytes) else {
        throw GitError(
          .corruptObject, "object \(id) is no well-formed \(kind.rawValue); run `git fsck`")
      }
      return record
    }
  }
}

extension ObjectID {
  /// The tree without entries, which git knows without storing it.
  public static let emptyTree = ObjectID(
    high: 0x4b82_5dc6_42cb_6eb9, middle: 0xa060_e54b_f8d6_9288, low: 0xfbee_4904)
}
