import CLibgit2
import GitPacks

/// What libgit2 reads objects from: never from a pack that is not what its index says, and never by a
/// multi-pack index, both of which crash version 1.5 where they are damaged.
enum ObjectDatabase {
  /// As git adds them: packs before loose objects.
  private static let priorities = (loose: Int32(1), pack: Int32(2))

  /// The database of a repository that was just opened; the caller frees it.
  ///
  /// - Parameter layout: is told which packs are not read.
  static func open(_ handle: OpaquePointer, _ layout: inout RepositoryLayout) throws(GitError)
    -> OpaquePointer
  {
    let packs = GuardedPacks(folders: layout.objectDirectories)
    layout.unusablePacks = packs.problems.map(\.advice)
    let unread = "\(layout.commonDirectory)/objects: the object database cannot be opened"
    if packs.problems.isEmpty, !packs.hasMultiPackIndex {
      var database: OpaquePointer?
      try LibGit2.check(unsafe git_repository_odb(&database, handle), .unreadable, unread)
      guard let database = unsafe database else { throw GitError(.unreadable, unread) }
      do {
        try unsafe prepare(database, packs, layout)
      } catch {
        unsafe git_odb_free(database)
        throw error
      }
      return unsafe database
    }
    var database: OpaquePointer?
    try LibGit2.check(unsafe git_odb_new(&database), .unreadable, unread)
    guard let database = unsafe database else { throw GitError(.unreadable, unread) }
    do {
      try unsafe fill(database, packs, layout)
      try LibGit2.check(unsafe git_repository_set_odb(handle, database), .unreadable, unread)
    } catch {
      unsafe git_odb_free(database)
      throw error
    }
    return unsafe database
  }

  /// Makes a database of libgit2's own complete, and safe to be read.
  private static func prepare(
    _ database: OpaquePointer, _ packs: GuardedPacks, _ layout: RepositoryLayout
  ) throws(GitError) {
    if let quarantine = layout.quarantine {
      try LibGit2.check(
        unsafe git_odb_add_disk_alternate(database, quarantine), .unreadable,
        "\(VisibleText.of(quarantine.utf8)): the objects in quarantine cannot be read")
    }
    unsafe LooseReading.guardReads(of: database, folders: layout.objectDirectories)
    try unsafe PackReading.guardReads(of: database, packs, layout)
  }

  /// One part for each pack that can be used, in the order of the folders. Packs that come later,
  /// as by `git gc`, are not seen.
  private static func fill(
    _ database: OpaquePointer, _ packs: GuardedPacks, _ layout: RepositoryLayout
  ) throws(GitError) {
    for pack in packs.packs {
      var backend: UnsafeMutablePointer<git_odb_backend>?
      let made = unsafe git_odb_backend_one_pack(&backend, pack.stem + ".idx")
      try unsafe add(backend, made, priorities.pack, to: database, pack.stem)
      if let backend = unsafe backend, !layout.soundPacks.contains(pack.stem) {
        try unsafe PackReading.guardReads(of: backend, pack)
      }
    }
    for folder in layout.objectDirectories where FileStatus.exists(folder) {
      var backend: UnsafeMutablePointer<git_odb_backend>?
      let made = unsafe git_odb_backend_loose(&backend, folder, -1, 0, 0, 0)
      try unsafe add(backend, made, priorities.loose, to: database, folder)
    }
    unsafe LooseReading.guardReads(of: database, folders: layout.objectDirectories)
  }

  private static func add(
    _ backend: UnsafeMutablePointer<git_odb_backend>?, _ made: Int32, _ priority: Int32,
    to database: OpaquePointer, _ path: String
  ) throws(GitError) {
    let words = "\(VisibleText.of(path.utf8)): cannot be read as a part of the object database"
    try LibGit2.check(made, .unreadable, words)
    let result = unsafe git_odb_add_backend(database, backend, priority)
    guard result < 0 else { return }
    let said = LibGit2.lastMessage
    unsafe backend?.pointee.free?(backend)
    throw GitError(.unreadable, words, underlying: said)
  }
}
