import CLibgit2

/// One handle on a repository. Not shared between threads: each worker opens its own from
/// ``layout``. Nothing found in the repository is ever executed: no filter, hook or monitor.
@safe public struct Repository: ~Copyable {
  let handle: OpaquePointer
  let database: OpaquePointer
  public let layout: RepositoryLayout

  init(handle: OpaquePointer, database: OpaquePointer, layout: RepositoryLayout) {
    unsafe self.handle = unsafe handle
    unsafe self.database = unsafe database
    self.layout = layout
  }

  /// Starts libgit2 with all its libraries: worth doing beside other work. Opening a repository does
  /// it too.
  public static func startLibrary() { LibGit2.start }

  deinit {
    let handles = unsafe HandlePool.Handles(repository: handle, database: database)
    if HandlePool.shared.keep(handles, of: layout) { return }
    unsafe git_odb_free(database)
    unsafe git_repository_free(handle)
  }
}
