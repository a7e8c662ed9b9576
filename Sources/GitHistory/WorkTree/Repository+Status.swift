import CLibgit2

/// One path that differs between HEAD, the index and the work tree.
public struct PathChange: Sendable, Hashable {
  public var path: [UInt8]
  public var isUntracked: Bool
}

extension Repository {
  /// What `git status` would list: paths that differ from HEAD, untracked files included.
  /// Empty for a bare repository.
  public func changes() throws -> [PathChange] {
    if layout.isBare { return [] }
    var options = unsafe git_status_options()
    _ = unsafe secgate_git_status_options(&options)
    unsafe options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR
    unsafe options.flags =
      GIT_STATUS_OPT_INCLUDE_UNTRACKED.rawValue | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS.rawValue
      | GIT_STATUS_OPT_EXCLUDE_SUBMODULES.rawValue
    var list: OpaquePointer?
    defer { unsafe git_status_list_free(list) }
    try LibGit2.check(
      unsafe git_status_list_new(&list, handle, &options), .unreadable,
      "\(layout.workTree ?? ""): the state of the work tree cannot be read")
    let skipped = Set(try index().filter(\.isSkipped).map(\.path))
    var changes: [PathChange] = []
    for position in 0..<(unsafe git_status_list_entrycount(list)) {
      guard let entry = unsafe git_status_byindex(list, position),
        let change = unsafe Self.change(entry.pointee)
      else { continue }
      // The library reports files outside a sparse checkout as deleted.
      if !skipped.contains(change.path) { changes.append(change) }
    }
    return changes
  }

  private static func change(_ entry: git_status_entry) -> PathChange? {
    let status = unsafe entry.status.rawValue
    guard status != GIT_STATUS_CURRENT.rawValue, status != GIT_STATUS_IGNORED.rawValue,
      let delta = unsafe entry.index_to_workdir ?? entry.head_to_index,
      let path = unsafe delta.pointee.new_file.path ?? delta.pointee.old_file.path
    else { return nil }
    return unsafe PathChange(
      path: CString.bytes(path),
      isUntracked: status == GIT_STATUS_WT_NEW.rawValue)
  }
}
