import CLibgit2

extension Repository {
  /// Opens the repository at a path: a work tree, a folder inside one, a linked work tree, a bare
  /// repository or a `.git` folder.
  ///
  /// - Throws: ``GitError`` with the codes `notARepository`, `foreignOwner`,
  ///   `unsupportedFormat`, `unreadable`.
  public static func open(_ path: String, _ options: OpenOptions = OpenOptions()) throws(GitError)
    -> Repository
  {
    LibGit2.start
    let gitDirectory = try discover(path, options)
    let common = commonDirectory(of: gitDirectory)
    var configuration = try ConfigurationEntry.entries(of: common + "/config")
    configuration += try ConfigurationEntry.entries(of: gitDirectory + "/config.worktree")
    try FormatCheck.run(configuration, at: gitDirectory)
    guard !FileStatus.isIrregular(common + "/packed-refs") else {
      throw GitError(.unreadable, "\(VisibleText.of(common.utf8))/packed-refs is no regular file")
    }
    let (handle, workTree) = try unsafe openHandle(path, options)
    do {
      var layout = RepositoryLayout(
        opened: path, gitDirectory: gitDirectory, commonDirectory: common, workTree: workTree,
        objectDirectories: RepositoryLayout.objectDirectories(of: common))
      if let quarantine = options.environment("GIT_QUARANTINE_PATH") {
        layout.quarantine = quarantine
        layout.objectDirectories.append(quarantine)
      }
      if !options.trustOwner { try checkOwner(layout, options) }
      let database = try unsafe ObjectDatabase.open(handle, &layout)
      return unsafe Repository(handle: handle, database: database, layout: layout)
    } catch {
      unsafe git_repository_free(handle)
      throw error
    }
  }

  /// Another handle on what was opened, and checked, before.
  public static func open(again layout: RepositoryLayout) throws(GitError) -> Repository {
    if let kept = HandlePool.shared.take(layout) {
      return unsafe Repository(
        handle: kept.repository, database: kept.database, layout: layout)
    }
    let (handle, _) = try unsafe openHandle(layout.opened, OpenOptions())
    do {
      var layout = layout
      let database = try unsafe ObjectDatabase.open(handle, &layout)
      return unsafe Repository(handle: handle, database: database, layout: layout)
    } catch {
      unsafe git_repository_free(handle)
      throw error
    }
  }

  private static func discover(_ path: String, _ options: OpenOptions) throws(GitError) -> String {
    guard FileStatus.exists(path) else {
      throw GitError(.notARepository, "\(VisibleText.of(path.utf8)): no such file or directory")
    }
    var buffer = unsafe git_buf()
    defer { unsafe git_buf_dispose(&buffer) }
    let ceiling = options.searchesParents ? nil : FileStatus.resolved(path)
    let result = unsafe git_repository_discover(&buffer, path, 1, ceiling)
    guard result == 0, let found = unsafe buffer.ptr else {
      throw GitError(
        .notARepository,
        "\(VisibleText.of(path.utf8)): not a git repository, nor inside one",
        underlying: LibGit2.lastMessage)
    }
    return withoutSlash(unsafe String(cString: found))
  }

  /// The handle, and the work tree where there is one.
  static func openHandle(_ path: String, _ options: OpenOptions) throws(GitError)
    -> (OpaquePointer, String?)
  {
    var handle: OpaquePointer?
    let flags =
      GIT_REPOSITORY_OPEN_CROSS_FS.rawValue
      | (options.searchesParents ? 0 : GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue)
    let result = unsafe git_repository_open_ext(&handle, path, flags, nil)
    if result == GIT_ENOTFOUND.rawValue {
      throw GitError(
        .notARepository, "\(VisibleText.of(path.utf8)): not a git repository, nor inside one",
        underlying: LibGit2.lastMessage)
    }
    try LibGit2.check(
      result, .unreadable, "\(VisibleText.of(path.utf8)): the repository cannot be opened")
    let workTree = unsafe git_repository_workdir(handle)
    return unsafe (handle!, workTree.map { withoutSlash(unsafe String(cString: $0)) })
  }

  private static func checkOwner(_ layout: RepositoryLayout, _ options: OpenOptions)
    throws(GitError)
  {
    var paths = [layout.gitDirectory]
    if let workTree = layout.workTree { paths = [workTree, workTree + "/.git"] + paths }
    try Ownership(environment: options.environment).check(
      paths: paths, subject: layout.workTree ?? layout.gitDirectory)
  }

  private static func commonDirectory(of gitDirectory: String) -> String {
    guard let text = SmallFile.text(gitDirectory + "/commondir") else { return gitDirectory }
    let line = String(text.prefix { $0 != "\n" })
    guard !line.isEmpty else { return gitDirectory }
    return FileStatus.resolved(line.hasPrefix("/") ? line : gitDirectory + "/" + line)
  }

  private static func withoutSlash(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
