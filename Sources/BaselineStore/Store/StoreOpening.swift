import FindingModel
import Foundation
import GRDB

/// Opens, checks and, where it must, replaces the store's file; one process at a time.
struct StoreOpening {
  let url: URL
  let clock: StoreClock
  /// Larger files are not read whole at each opening; `doctor` does.
  private static let checkedWhole = 32 << 20

  func open(_ mode: BaselineStore.Mode) throws(StoreError) -> BaselineStore {
    try refuseNewer()
    guard mode == .readWrite else {
      return try connected(readOnly: true, notices: [])
    }
    try makeFolder()
    let lock = try OpeningLock(url.deletingLastPathComponent())
    defer { lock.release() }
    do {
      return try connected(readOnly: false, notices: [])
    } catch {
      guard error.code == .damaged else { throw error }
      let notice = try setAside()
      return try connected(readOnly: false, notices: [notice])
    }
  }

  private var path: String { AtomicFile.path(url) }

  /// Reads the version from the file's header (sqlite.org/fileformat.html, section 1.3) before
  /// SQLite touches the file.
  private func refuseNewer() throws(StoreError) {
    guard let file = FileHandle(forReadingAtPath: path),
      let header = (try? file.read(upToCount: 72)).map(Array.init), header.count == 72
    else { return }
    let number = { (at: Int) in header[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    if number(68) == StoreSchema.applicationID, number(60) > StoreSchema.version {
      throw newer(number(60))
    }
  }

  private func newer(_ version: Int) -> StoreError {
    StoreError(
      .newer,
      "\(path) was made by a newer secgate (schema \(version), this one knows "
        + "\(StoreSchema.version)); update secgate")
  }

  private func makeFolder() throws(StoreError) {
    let folder = url.deletingLastPathComponent()
    if FileManager.default.fileExists(atPath: AtomicFile.path(folder)) { return }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreError(
        .readOnly, "\(AtomicFile.path(folder)) cannot be made; check its parent's permissions")
    }
  }

  private func connected(readOnly: Bool, notices: [String]) throws(StoreError) -> BaselineStore {
    if !readOnly { try makePrivate() }
    do {
      let database = try DatabaseQueue(path: path, configuration: Self.configuration(readOnly))
      try check(database)
      if !readOnly { try database.writeWithoutTransaction(StoreSchema.migrate) }
      return BaselineStore(url: url, database: database, clock: clock, notices: notices)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// SQLite makes its files by the process's mask; the log takes over the mode of this one.
  private func makePrivate() throws(StoreError) {
    let descriptor = unsafe Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      var error = AtomicFile.failure("open", url)
      error.canContinue = true
      throw error
    }
    fchmod(descriptor, 0o600)
    close(descriptor)
  }

  private static func configuration(_ readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(5)
    configuration.label = "secgate store"
    if !readOnly {
      configuration.journalMode = .wal
      configuration.prepareDatabase { database in
        // Decisions are acknowledged after a commit: it must survive a power cut.
        try database.execute(
          sql: "PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON"
        )
      }
    }
    return configuration
  }

  private func check(_ database: DatabaseQueue) throws {
    try database.read { database in
      let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      if application == 0, version == 0, tables == 0 { return }
      guard application == StoreSchema.applicationID else {
        throw StoreError(.damaged, "\(path) is no secgate store")
      }
      guard version <= StoreSchema.version else {
        throw newer(version)
      }
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 4096
      let (bytes, isHuge) = pages.multipliedReportingOverflow(by: pageSize)
      guard !isHuge, bytes <= Self.checkedWhole else { return }
      guard try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok" else {
        throw StoreError(.damaged, "\(path) is damaged")
      }
    }
  }

  /// Renames the file and its log, so that nothing is lost that somebody may still save.
  private func setAside() throws(StoreError) -> String {
    let stamp = clock.now().description.replacing(":", with: "")
    var target = path + ".damaged-" + stamp
    var count = 1
    while FileManager.default.fileExists(atPath: target) {
      count += 1
      target = path + ".damaged-\(stamp)-\(count)"
    }
    for suffix in ["", "-wal", "-shm"]
    where FileManager.default.fileExists(atPath: path + suffix) {
      guard unsafe rename(path + suffix, target + suffix) == 0 else {
        throw AtomicFile.failure("set aside", url)
      }
    }
    return "the store \(path) was damaged and is set aside as \(target); decisions are read again "
      + "from their files, earlier runs and the trail are in the old file"
  }
}

/// A lock that only openings take, so that two processes neither make nor replace the file at once.
private struct OpeningLock {
  private let descriptor: Int32

  init(_ folder: URL) throws(StoreError) {
    let file = folder.appending(path: "store.lock")
    descriptor = unsafe Foundation.open(
      AtomicFile.path(file), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      var error = AtomicFile.failure("open", file)
      error.canContinue = true
      throw error
    }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  func release() { close(descriptor) }
}
