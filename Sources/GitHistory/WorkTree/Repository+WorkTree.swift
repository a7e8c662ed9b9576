import CLibgit2

extension Repository {
  /// The files of the work tree: tracked ones, untracked ones, and ignored ones if asked for.
  /// Symbolic links are not followed, repositories inside not entered.
  ///
  /// - Parameter index: from ``index(file:)``.
  public func workTreeFiles(index: [IndexEntry], ignored includesIgnored: Bool = false)
    -> WorkTreeListing
  {
    guard let workTree = layout.workTree else { return WorkTreeListing() }
    var listing = WorkTreeListing()
    let tracked = Set(index.lazy.filter { $0.kind != .submodule }.map(\.path))
    let submodules = Set(index.lazy.filter { $0.kind == .submodule }.map(\.path))
    let folders = Self.folders(of: tracked)
    let root = Array(workTree.utf8)
    var walk = FileWalk()
    walk.run(root) { path, kind in
      switch kind {
      case .directory:
        if path == Array(".git".utf8) { return false }
        if submodules.contains(path) || Self.isRepository(root + [0x2f] + path) {
          if folders.contains(path) { return true }
          listing.repositories.append(path)
          return false
        }
        if includesIgnored || folders.contains(path) || !isIgnored(path + [0x2f]) { return true }
        listing.ignored.append(path + [0x2f])
        return false
      case .file:
        // In a linked work tree `.git` is a file.
        if path == Array(".git".utf8) { return false }
        let status: WorkTreeFile.Status =
          tracked.contains(path) ? .tracked : isIgnored(path) ? .ignored : .untracked
        if status == .ignored, !includesIgnored {
          listing.ignored.append(path)
        } else {
          listing.files.append(WorkTreeFile(path: path, status: status))
        }
        return false
      case .symbolicLink, .special: return false
      }
    }
    listing.problems = walk.problems.map { .init(path: $0.path, reason: $0.reason) }
    return listing
  }

  /// Whether the ignore rules of the repository and the user name a path below the work tree; a
  /// folder ends with `/`.
  public func isIgnored(_ path: [UInt8]) -> Bool {
    var ignored: Int32 = 0
    let result = unsafe path.withCString {
      unsafe git_ignore_path_is_ignored(&ignored, handle, $0)
    }
    return result == 0 && ignored == 1
  }

  /// All folders that hold a tracked file, however deep.
  private static func folders(of paths: Set<[UInt8]>) -> Set<[UInt8]> {
    var folders: Set<[UInt8]> = []
    for path in paths {
      var rest = path[...]
      while let slash = rest.lastIndex(of: 0x2f) {
        rest = rest[..<slash]
        guard folders.insert(Array(rest)).inserted else { break }
      }
    }
    return folders
  }

  /// A folder with a working `.git`; an empty one hides nothing.
  private static func isRepository(_ folder: [UInt8]) -> Bool {
    let path = folder + Array("/.git".utf8)
    if let pointer = try? SmallFile.bytes(path, limit: 4096, followingLink: false) {
      return pointer.starts(with: Array("gitdir:".utf8))
    }
    return (try? SmallFile.bytes(path + Array("/HEAD".utf8), limit: 4096)) != nil
  }
}
