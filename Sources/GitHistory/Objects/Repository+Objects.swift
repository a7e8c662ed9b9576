import CLibgit2

extension Repository {
  /// The ids of all objects of every database and alternate, loose and packed, reachable or not,
  /// each once, in the order the databases give them (packs by offset, good for reading).
  public func listObjects() throws(GitError) -> [ObjectID] {
    var state = Listing()
    let result = unsafe withUnsafeMutablePointer(to: &state) { pointer in
      unsafe git_odb_foreach(
        database,
        { id, payload in
          guard let id = unsafe id, let payload = unsafe payload else { return 0 }
          unsafe payload.assumingMemoryBound(to: Listing.self).pointee
            .insert(ObjectID(unsafe id.pointee))
          return 0
        }, pointer)
    }
    try LibGit2.check(
      result, .corruptObject,
      "\(layout.commonDirectory)/objects: the objects cannot be listed; run `git fsck`")
    return state.ids
  }

  /// Kind and size of an object, without reading its content.
  public func header(of id: ObjectID) throws(GitError) -> ObjectHeader {
    try avoid(id)
    var (size, kind, raw) = (0, GIT_OBJECT_INVALID, id.raw)
    try check(unsafe git_odb_read_header(&size, &kind, database, &raw), id)
    return ObjectHeader(kind: try objectKind(kind, id), size: size)
  }

  /// Calls `body` with the raw content of an object; the span is valid only inside.
  public func withObject<Result>(
    _ id: ObjectID, _ body: (ObjectKind, Span<UInt8>) throws -> Result
  ) throws -> Result {
    try avoid(id)
    var object: OpaquePointer?
    var raw = id.raw
    try check(unsafe git_odb_read(&object, database, &raw), id)
    defer { unsafe git_odb_object_free(object) }
    let kind = try objectKind(unsafe git_odb_object_type(object), id)
    let size = unsafe git_odb_object_size(object)
    guard size > 0, let data = unsafe git_odb_object_data(object) else {
      return try body(kind, [UInt8]().span)
    }
    let bytes = unsafe UnsafeBufferPointer(
      start: data.assumingMemoryBound(to: UInt8.self), count: size)
    return try unsafe body(kind, Span(_unsafeElements: bytes))
  }

  /// A copy of an object's content, of the kind that is asked for.
  public func contents(of id: ObjectID, _ kind: ObjectKind) throws -> [UInt8] {
    try withObject(id) { found, bytes in
      guard found == kind else {
        throw GitError(
          .corruptObject, "object \(id): a \(kind.rawValue) is expected, it is a \(found.rawValue)")
      }
      return bytes.copied(0..<bytes.count)
    }
  }

  /// Whether the object is in any database.
  public func contains(_ id: ObjectID) -> Bool {
    var raw = id.raw
    return unsafe git_odb_exists(database, &raw) == 1
  }

  private func avoid(_ id: ObjectID) throws(GitError) {
    guard !layout.avoided.isEmpty, layout.avoided.contains(id) else { return }
    throw GitError(
      .corruptObject, "object \(id) cannot be read; run `git fsck`",
      underlying: "its delta depends on itself")
  }

  private func check(_ result: Int32, _ id: ObjectID) throws(GitError) {
    if result == 0 { return }
    if result == GIT_ENOTFOUND.rawValue {
      throw GitError(
        .missingObject, "object \(id) is in no object database of the repository",
        underlying: layout.unusablePacks.first)
    }
    throw GitError(
      .corruptObject, "object \(id) cannot be read; run `git fsck`",
      underlying: LibGit2.lastMessage)
  }

  private func objectKind(_ kind: git_object_t, _ id: ObjectID) throws(GitError) -> ObjectKind {
    switch kind {
    case GIT_OBJECT_COMMIT: .commit
    case GIT_OBJECT_TREE: .tree
    case GIT_OBJECT_BLOB: .blob
    case GIT_OBJECT_TAG: .tag
    default: throw GitError(.corruptObject, "object \(id) is of no known kind; run `git fsck`")
    }
  }
}

/// What the listing callback fills: C callbacks capture nothing.
private struct Listing {
  var ids: [ObjectID] = []
  private var seen: Set<ObjectID> = []

  mutating func insert(_ id: ObjectID) {
    if seen.insert(id).inserted { ids.append(id) }
  }
}

extension ObjectID {
  init(_ oid: git_oid) {
    self = unsafe withUnsafeBytes(of: oid.id) { bytes in
      let high = unsafe bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      let middle = unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      let low = unsafe bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self)
      return ObjectID(
        high: UInt64(bigEndian: high), middle: UInt64(bigEndian: middle),
        low: UInt32(bigEndian: low))
    }
  }

  var raw: git_oid {
    var oid = git_oid()
    unsafe withUnsafeMutableBytes(of: &oid.id) { bytes in
      unsafe bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
      unsafe bytes.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
      unsafe bytes.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return oid
  }
}
