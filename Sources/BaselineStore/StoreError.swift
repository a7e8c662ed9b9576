import GRDB

/// Why the store or a decision file could not be used.
public struct StoreError: Error, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// The file is no store, or its pages contradict each other.
    case damaged
    /// Made by a newer secgate.
    case newer
    case readOnly = "read-only"
    case full
    /// Another process held it for longer than the busy timeout.
    case busy
    /// A decision or a record that the store refuses.
    case invalid
    case io
  }

  public var code: Code
  /// What happened, where, what to do.
  public var message: String
  /// Whether a verdict may still be given without the store: it then stands, with a warning. A
  /// decision never goes on.
  public var canContinue: Bool

  public init(_ code: Code, _ message: String, canContinue: Bool = true) {
    self.code = code
    self.message = message
    self.canContinue = canContinue
  }

  public var description: String { message }

  /// An error of SQLite in our words; its own message may quote stored text and is left out.
  init(_ error: any Error, path: String) {
    if let known = error as? StoreError {
      self = known
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.io, "\(path): cannot be used: \(type(of: error))")
      return
    }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self.init(.damaged, "\(path) is damaged; run secgate again, it is set aside and rebuilt")
    case .SQLITE_FULL: self.init(.full, "\(path): the disk is full; make room and run again")
    case .SQLITE_READONLY, .SQLITE_PERM:
      self.init(.readOnly, "\(path) cannot be written; check its owner and permissions")
    case .SQLITE_CANTOPEN, .SQLITE_AUTH:
      self.init(.readOnly, "\(path) cannot be opened; check the folder's owner and permissions")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.busy, "\(path) is in use by another secgate; wait for it and run again")
    case .SQLITE_CONSTRAINT:
      self.init(.invalid, "\(path) refuses a record (\(error.extendedResultCode))")
    case .SQLITE_IOERR:
      self.init(
        .io, "\(path): the disk does not take it; is it full? (\(error.extendedResultCode))")
    default: self.init(.io, "\(path): SQLite says \(error.extendedResultCode)")
    }
  }

  /// The same failure where a decision was being made: nothing was recorded.
  var forDecision: StoreError {
    var copy = self
    copy.canContinue = false
    copy.message = "no decision was recorded: " + message
    return copy
  }
}
