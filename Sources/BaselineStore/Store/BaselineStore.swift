import FindingModel
public import Foundation
import GRDB

/// What secgate remembers of a repository: runs, evidence, findings, an index of the decisions'
/// text and an append-only audit trail, in one SQLite file. It decides nothing.
///
/// Calls are synchronous and safe from any thread and process: SQLite's write-ahead log and a busy
/// timeout of 5 s keep them apart.
public final class BaselineStore: Sendable {
  public enum Mode: Sendable {
    case readWrite
    /// Never writes; for reports and listings where the folder cannot be written.
    case readOnly
  }

  public let url: URL
  /// What people should be told about the opening: a damaged file was set aside.
  public let notices: [String]
  let database: DatabaseQueue
  let clock: StoreClock

  init(url: URL, database: DatabaseQueue, clock: StoreClock, notices: [String]) {
    self.url = url
    self.database = database
    self.clock = clock
    self.notices = notices
  }

  /// Opens the store, making file (0600) and folder (0700) where they are missing. A damaged file
  /// is set aside under another name and an empty one takes its place; ``notices`` says so.
  ///
  /// - Throws: `.newer` for a file of a newer secgate, which is left as it is; `.readOnly`, `.full`,
  ///   `.busy` where the store cannot be used now.
  public static func open(at url: URL, mode: Mode = .readWrite, clock: StoreClock = .system)
    throws(StoreError) -> BaselineStore
  {
    try StoreOpening(url: url, clock: clock).open(mode)
  }

  var path: String { AtomicFile.path(url) }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try database.read(body) } catch { throw StoreError(error, path: path) }
  }

  /// One immediate transaction: all of it or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try database.write(body) } catch { throw StoreError(error, path: path) }
  }

  /// What `PRAGMA integrity_check` says; empty: whole. Reads the whole file.
  public func integrityProblems() throws(StoreError) -> [String] {
    let lines = try read { try String.fetchAll($0, sql: "PRAGMA integrity_check(20)") }
    return lines == ["ok"] ? [] : lines
  }

  /// Ends the connection; for processes that must not hold the file.
  public func close() throws(StoreError) {
    do { try database.close() } catch { throw StoreError(error, path: path) }
  }
}
