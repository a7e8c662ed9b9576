/// One of the plain files that decide what references and HEADs lead to.
public struct ReferenceFile: Sendable, Hashable {
  /// Below the common git directory, or the work tree's own with `./` before it.
  public var name: [UInt8]
  /// Nil where there is no such file.
  public var content: [UInt8]?
}

extension RepositoryLayout {
  /// Far more than a million references take.
  private static let largestReferenceFile = 1 << 30

  /// Everything by which a later look tells, without resolving a reference, that none has changed:
  /// packed and loose references, the HEADs of all work trees, the marks of a shallow clone and the
  /// repository's own settings, byte for byte.
  ///
  /// Nil where one of them is no regular file or cannot be read: then nothing can be told.
  public func referenceFiles() -> [ReferenceFile]? {
    let common = commonDirectory
    var files: [ReferenceFile] = []
    var places = ["packed-refs", "HEAD", "shallow", "config"].map { (common + "/" + $0, $0) }
    if gitDirectory != common {
      places += ["HEAD", "config.worktree"].map { (gitDirectory + "/" + $0, "./" + $0) }
    } else {
      places.append((common + "/config.worktree", "./config.worktree"))
    }
    for name in FileWalk.names(in: Array((common + "/worktrees").utf8)) {
      let below = "worktrees/" + String(decoding: name, as: UTF8.self) + "/HEAD"
      places.append((common + "/" + below, below))
    }
    for (path, name) in places {
      guard let file = Self.referenceFile(Array(path.utf8), Array(name.utf8)) else { return nil }
      files.append(file)
    }
    guard Self.addLoose(common + "/refs", "refs/", to: &files) else { return nil }
    if gitDirectory != common, FileStatus.exists(gitDirectory + "/refs") {
      guard Self.addLoose(gitDirectory + "/refs", "./refs/", to: &files) else { return nil }
    }
    return files
  }

  private static func addLoose(
    _ folder: String, _ prefix: String, to files: inout [ReferenceFile]
  ) -> Bool {
    var isPlain = true
    var walk = FileWalk()
    let root = Array(folder.utf8) + [0x2f]
    walk.run(Array(folder.utf8)) { path, kind in
      if kind == .directory { return true }
      if kind == .file, let file = referenceFile(root + path, Array(prefix.utf8) + path) {
        files.append(file)
      } else {
        isPlain = false
      }
      return false
    }
    return isPlain && walk.problems.isEmpty
  }

  /// Nil where something is there and cannot be read.
  private static func referenceFile(_ path: [UInt8], _ name: [UInt8]) -> ReferenceFile? {
    do {
      let content = try SmallFile.bytes(path, limit: largestReferenceFile)
      return ReferenceFile(name: name, content: content)
    } catch {
      return FileStatus.exists(String(decoding: path, as: UTF8.self))
        || FileStatus.owner(String(decoding: path, as: UTF8.self)) != nil
        ? nil : ReferenceFile(name: name, content: nil)
    }
  }
}
