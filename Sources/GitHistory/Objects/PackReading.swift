import CLibgit2
import GitPacks
import Synchronization

/// Puts a look at the way to a packed object in front of every read of it, whichever part of libgit2
/// asks; see `GuardedPack`.
enum PackReading {
  private typealias Backend = UnsafeMutablePointer<git_odb_backend>

  /// `@safe`: C functions without state.
  @safe private struct Watched {
    var packs: [GuardedPack]
    /// In which packs may come and go; none for a part that holds a single pack.
    var folders: [String]
    /// Of the folders, when they were listed.
    var seals: [FileSeal?]
    /// Packs that need no look.
    var sound: Set<String>
    var read:
      @convention(c) (
        UnsafeMutablePointer<UnsafeMutableRawPointer?>?, UnsafeMutablePointer<Int>?,
        UnsafeMutablePointer<git_object_t>?, UnsafeMutablePointer<git_odb_backend>?,
        UnsafePointer<git_oid>?
      ) -> Int32
    var readHeader:
      @convention(c) (
        UnsafeMutablePointer<Int>?, UnsafeMutablePointer<git_object_t>?,
        UnsafeMutablePointer<git_odb_backend>?, UnsafePointer<git_oid>?
      ) -> Int32
    var refresh: @convention(c) (UnsafeMutablePointer<git_odb_backend>?) -> Int32
  }

  /// By the address of the backend. One that is freed leaves its entry to whoever gets the address.
  private static let watched = Mutex<[UInt: Watched]>([:])

  /// Guards every part of a database that holds packs, unless all were looked at before.
  ///
  /// - Throws: where a part cannot be guarded, as of a libgit2 that reads in another way.
  static func guardReads(
    of database: OpaquePointer, _ packs: GuardedPacks, _ layout: RepositoryLayout
  ) throws(GitError) {
    let folders = layout.objectDirectories
    let seals = seals(of: folders)
    let doubtful = packs.packs.filter { !layout.soundPacks.contains($0.stem) }
    for position in 0..<(unsafe git_odb_num_backends(database)) {
      var found: Backend?
      guard unsafe git_odb_get_backend(&found, database, position) == 0,
        let backend = unsafe found, unsafe backend.pointee.writepack != nil
      else { continue }
      try unsafe install(backend, doubtful, folders, sound: layout.soundPacks, seals)
    }
  }

  /// Guards a part that holds a single pack.
  ///
  /// - Throws: where it cannot be guarded.
  static func guardReads(
    of backend: UnsafeMutablePointer<git_odb_backend>, _ pack: GuardedPack
  ) throws(GitError) {
    try unsafe install(backend, [pack], [], sound: [], [])
  }

  private static func install(
    _ backend: Backend, _ packs: [GuardedPack], _ folders: [String], sound: Set<String>,
    _ seals: [FileSeal?]
  ) throws(GitError) {
    guard let read = unsafe backend.pointee.read,
      let readHeader = unsafe backend.pointee.read_header,
      let refresh = unsafe backend.pointee.refresh
    else {
      throw GitError(.unreadable, "this libgit2 reads packs in a way that cannot be guarded")
    }
    let entry = unsafe Watched(
      packs: packs, folders: folders, seals: seals, sound: sound, read: read,
      readHeader: readHeader, refresh: refresh)
    watched.withLock { $0[UInt(bitPattern: backend)] = entry }
    unsafe backend.pointee.refresh = { backend in unsafe PackReading.refresh(backend) }
    if !packs.isEmpty { unsafe guardReads(of: backend) }
  }

  private static func guardReads(of backend: Backend) {
    unsafe backend.pointee.read = { data, length, kind, backend, id in
      guard let entry = unsafe PackReading.entry(backend) else { return GIT_ERROR.rawValue }
      let refusal = unsafe PackReading.refusal(of: id, entry)
      return unsafe refusal ?? entry.read(data, length, kind, backend, id)
    }
    unsafe backend.pointee.read_header = { length, kind, backend, id in
      guard let entry = unsafe PackReading.entry(backend) else { return GIT_ERROR.rawValue }
      let refusal = unsafe PackReading.refusal(of: id, entry)
      return unsafe refusal ?? entry.readHeader(length, kind, backend, id)
    }
    unsafe backend.pointee.read_prefix = { whole, data, length, kind, backend, id, digits in
      guard let entry = unsafe PackReading.entry(backend),
        let find = unsafe backend?.pointee.exists_prefix
      else { return GIT_ERROR.rawValue }
      let result = unsafe find(whole, backend, id, digits)
      guard result == 0 else { return result }
      let refusal = unsafe PackReading.refusal(of: whole, entry)
      return unsafe refusal ?? entry.read(data, length, kind, backend, whole)
    }
  }

  private static func entry(_ backend: Backend?) -> Watched? {
    let address = UInt(bitPattern: backend)
    return watched.withLock { $0[address] }
  }

  /// What is answered in place of a read that would not end well.
  private static func refusal(of id: UnsafePointer<git_oid>?, _ entry: Watched) -> Int32? {
    guard let id = unsafe id else { return GIT_ERROR.rawValue }
    let object = unsafe ObjectID(id.pointee)
    let name = ObjectName(first: object.high, second: object.middle, third: object.low)
    for pack in entry.packs {
      guard case .unsound(let reason) = pack.way(to: name) else { continue }
      unsafe git_error_set_str(Int32(GIT_ERROR_ODB.rawValue), reason.rawValue)
      return GIT_ERROR.rawValue
    }
    return nil
  }

  /// Packs that have come are looked at first; where one of them cannot be used, none is taken.
  private static func refresh(_ backend: Backend?) -> Int32 {
    let address = UInt(bitPattern: backend)
    guard let entry = watched.withLock({ $0[address] }) else { return GIT_ERROR.rawValue }
    let seals = seals(of: entry.folders)
    guard seals != entry.seals else { return 0 }
    let packs = GuardedPacks(folders: entry.folders)
    guard packs.problems.isEmpty, !packs.hasMultiPackIndex else { return 0 }
    let doubtful = packs.packs.filter { !entry.sound.contains($0.stem) }
    watched.withLock { watched in
      watched[address]?.packs = doubtful
      watched[address]?.seals = seals
    }
    if !doubtful.isEmpty, let backend = unsafe backend { unsafe guardReads(of: backend) }
    return unsafe entry.refresh(backend)
  }

  private static func seals(of folders: [String]) -> [FileSeal?] {
    folders.map { FileSeal(path: $0 + "/pack") }
  }
}
