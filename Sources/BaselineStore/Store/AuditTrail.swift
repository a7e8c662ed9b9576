import FindingModel
import GRDB

extension BaselineStore {
  /// The trail, oldest first; of one decision where an id is given.
  public func trail(_ id: String? = nil) throws(StoreError) -> [AuditEntry] {
    let rows = try read { database in
      let columns = "seq, at, actor, action, subject, commit_id, before, after"
      return if let id {
        try Row.fetchAll(
          database, sql: "SELECT \(columns) FROM audit WHERE subject = ? ORDER BY seq",
          arguments: [id])
      } else {
        try Row.fetchAll(database, sql: "SELECT \(columns) FROM audit ORDER BY seq")
      }
    }
    var entries: [AuditEntry] = []
    for row in rows {
      guard let action = AuditEntry.Action(rawValue: row[3]) else { throw damagedRecord }
      entries.append(
        AuditEntry(
          number: row[0], at: Timestamp(seconds: row[1]), actor: row[2], action: action,
          subject: row[4], commit: row[5], before: row[6], after: row[7]))
    }
    return entries
  }

  /// Puts a note on the trail.
  public func note(_ text: String, about subject: String, by actor: String) throws(StoreError) {
    try write { database in
      try append(.note, subject, by: actor, commit: nil, before: nil, after: text, to: database)
    }
  }

  func append(
    _ action: AuditEntry.Action, _ subject: String, by actor: String, commit: String?,
    before: String?, after: String?, to database: Database
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO audit(at, actor, action, subject, commit_id, before, after)
        VALUES(?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [clock.now().seconds, actor, action.rawValue, subject, commit, before, after])
  }
}
