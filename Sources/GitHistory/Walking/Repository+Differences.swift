import CLibgit2

/// One file that differs between two commits.
public struct FileChange: Sendable, Hashable {
  /// Nil for an added file.
  public var oldPath: [UInt8]?
  /// Nil for a deleted one.
  public var newPath: [UInt8]?

  /// Both paths are there and differ.
  public var isRename: Bool { oldPath != nil && newPath != nil && oldPath != newPath }
}

extension Repository {
  /// The files that differ between two commits (or trees), in path order; `nil` is the empty tree.
  ///
  /// - Parameter renames: pair deleted with added files that are at least half equal, one to one.
  public func changes(from old: ObjectID?, to new: ObjectID, renames: Bool = false) throws
    -> [FileChange]
  {
    let oldTree = try unsafe old.map { try unsafe lookUpTree($0) } ?? nil
    defer { unsafe git_tree_free(oldTree) }
    let newTree = try unsafe lookUpTree(new)
    defer { unsafe git_tree_free(newTree) }
    var options = unsafe git_diff_options()
    _ = unsafe secgate_git_diff_options(&options)
    var difference: OpaquePointer?
    defer { unsafe git_diff_free(difference) }
    try LibGit2.check(
      unsafe git_diff_tree_to_tree(&difference, handle, oldTree, newTree, &options),
      .corruptObject, "\(old?.short ?? "nothing") and \(new.short) cannot be compared")
    if renames {
      var find = unsafe git_diff_find_options()
      _ = unsafe secgate_git_find_options(&find)
      unsafe find.flags = GIT_DIFF_FIND_RENAMES.rawValue
      try LibGit2.check(
        unsafe git_diff_find_similar(difference, &find), .corruptObject,
        "renames between \(old?.short ?? "nothing") and \(new.short) cannot be found")
    }
    return (0..<(unsafe git_diff_num_deltas(difference))).compactMap { position in
      unsafe git_diff_get_delta(difference, position).map { unsafe Self.change($0.pointee) }
    }
  }

  private static func change(_ delta: git_diff_delta) -> FileChange {
    let old = unsafe delta.old_file.path.map { unsafe CString.bytes($0) }
    let new = unsafe delta.new_file.path.map { unsafe CString.bytes($0) }
    return unsafe FileChange(
      oldPath: delta.status == GIT_DELTA_ADDED ? nil : old,
      newPath: delta.status == GIT_DELTA_DELETED ? nil : new)
  }

  private func lookUpTree(_ id: ObjectID) throws -> OpaquePointer? {
    let tree = try treeID(of: id)
    var pointer: OpaquePointer?
    var raw = tree.raw
    try LibGit2.check(
      unsafe git_tree_lookup(&pointer, handle, &raw), .corruptObject,
      "tree \(tree) cannot be read; run `git fsck`")
    return unsafe pointer
  }
}
