import CLibgit2

extension Repository {
  /// The index's entries, all stages, sorted by path.
  ///
  /// - Parameter file: `GIT_INDEX_FILE` of a hook, or nil for the repository's own.
  /// - Throws: ``GitError`` `unreadable` for a damaged index, or a split or sparse one.
  public func index(file: String? = nil) throws(GitError) -> [IndexEntry] {
    let path = file ?? layout.gitDirectory + "/index"
    guard FileStatus.exists(path) else { return [] }
    var index: OpaquePointer?
    defer { unsafe git_index_free(index) }
    try LibGit2.check(
      unsafe git_index_open(&index, path), .unreadable,
      "\(path): the index cannot be read; a split or sparse index becomes a plain one with "
        + "`git update-index --no-split-index` or `git sparse-checkout reapply --no-sparse-index`")
    let count = unsafe git_index_entrycount(index)
    var entries: [IndexEntry] = []
    entries.reserveCapacity(count)
    for position in 0..<count {
      guard let entry = unsafe git_index_get_byindex(index, position) else { continue }
      unsafe entries.append(Self.entry(entry.pointee))
    }
    return entries
  }

  private static func entry(_ entry: git_index_entry) -> IndexEntry {
    let path = unsafe CString.bytes(entry.path)
    let kind: TreeEntry.Kind =
      switch unsafe entry.mode & 0o170000 {
      case 0o160000: .submodule
      case 0o120000: .symbolicLink
      default: .file
      }
    // Bits 12 and 13 of the flags are the stage: git's index-format, "Index entry".
    return unsafe IndexEntry(
      path: path, kind: kind, id: ObjectID(entry.id), stage: Int(entry.flags >> 12 & 3),
      isSkipped: entry.flags_extended & UInt16(GIT_INDEX_ENTRY_SKIP_WORKTREE.rawValue) != 0)
  }

  /// What the index holds and HEAD does not: the content that a commit would add, all sides of
  /// conflicts included.
  public func staged(file: String? = nil) throws -> [IndexEntry] {
    let entries = try index(file: file)
    guard let commit = try head().commit else { return entries }
    var atHead: [[UInt8]: ObjectID] = [:]
    for file in try files(at: commit) { atHead[file.path] = file.id }
    return entries.filter { atHead[$0.path] != $0.id }
  }
}
