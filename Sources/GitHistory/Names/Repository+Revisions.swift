import CLibgit2

/// The two ends of `A..B`.
public struct RevisionRange: Sendable, Hashable {
  /// Nil where everything that `to` reaches is meant.
  public var from: ObjectID?
  public var to: ObjectID
  /// What the right side names itself: an annotated tag, or the same as `to`.
  public var tip: ObjectID

  public init(from: ObjectID?, to: ObjectID, tip: ObjectID? = nil) {
    self.from = from
    self.to = to
    self.tip = tip ?? to
  }
}

extension Repository {
  /// The object that a revision names, in git's syntax (`HEAD~2`, `v1.0`, an id).
  public func object(named revision: String) throws(GitError) -> ObjectID {
    var object: OpaquePointer?
    defer { unsafe git_object_free(object) }
    let result = unsafe git_revparse_single(&object, handle, revision)
    if result != 0, let pack = layout.unusablePacks.first {
      throw GitError(
        .missingObject, "\(VisibleText.of(revision.utf8)): nothing that can be read has this name",
        underlying: pack)
    }
    try LibGit2.check(
      result, .unknownRevision,
      "\(VisibleText.of(revision.utf8)): no such revision; in a shallow clone fetch it first")
    guard let id = unsafe git_object_id(object) else {
      throw GitError(.unknownRevision, "\(VisibleText.of(revision.utf8)): no such revision")
    }
    return unsafe ObjectID(id.pointee)
  }

  /// The commit that a revision names, tags followed.
  public func commit(named revision: String) throws -> ObjectID {
    let object = try object(named: revision)
    guard let commit = try peeled(object) else {
      throw GitError(
        .unknownRevision, "\(VisibleText.of(revision.utf8)) names no commit (it is \(object))")
    }
    return commit
  }

  /// Follows tags to a commit; nil where they end at a tree or blob, or in a missing object.
  public func peeled(_ id: ObjectID) throws -> ObjectID? {
    var id = id
    // Tags of tags are rare; a chain longer than this is an attack.
    for _ in 0..<16 {
      switch try header(of: id).kind {
      case .commit: return id
      case .tag: id = try tag(id).target
      case .tree, .blob: return nil
      }
    }
    return nil
  }

  /// Reads `A..B`; `A...B` stands for the merge base of both to B, a single revision for all that
  /// it reaches.
  public func range(_ text: String) throws -> RevisionRange {
    if let (left, right) = split(text, "...") {
      let (from, to) = (try commit(named: left), try commit(named: right))
      return RevisionRange(
        from: try mergeBase(from, to), to: to, tip: try object(named: right))
    }
    guard let (left, right) = split(text, "..") else {
      return RevisionRange(
        from: nil, to: try commit(named: text), tip: try object(named: text))
    }
    return RevisionRange(
      from: try commit(named: left), to: try commit(named: right), tip: try object(named: right))
  }

  private func split(_ text: String, _ separator: String) -> (String, String)? {
    let (text, separator) = (Array(text.utf8), Array(separator.utf8))
    guard text.count >= separator.count else { return nil }
    for index in 0...(text.count - separator.count)
    where Array(text[index..<index + separator.count]) == separator {
      let left = String(decoding: text[..<index], as: UTF8.self)
      let right = String(decoding: text[(index + separator.count)...], as: UTF8.self)
      return (left.isEmpty ? "HEAD" : left, right.isEmpty ? "HEAD" : right)
    }
    return nil
  }

  /// The best common ancestor; nil where histories share nothing.
  public func mergeBase(_ left: ObjectID, _ right: ObjectID) throws(GitError) -> ObjectID? {
    var (base, one, two) = (git_oid(), left.raw, right.raw)
    let result = unsafe git_merge_base(&base, handle, &one, &two)
    if result == GIT_ENOTFOUND.rawValue { return nil }
    try LibGit2.check(
      result, .library, "the merge base of \(left.short) and \(right.short) cannot be computed")
    return ObjectID(base)
  }
}
