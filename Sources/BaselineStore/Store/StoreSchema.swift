import GRDB

/// The tables, made step by step; a step that has shipped is never changed.
enum StoreSchema {
  /// "sgat" in ASCII: tells our files from other SQLite databases.
  static let applicationID = 0x7367_6174
  static let version = 1

  /// Brings the schema up to date in one transaction.
  static func migrate(_ database: Database) throws {
    guard try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0 < version else { return }
    try database.inTransaction(.immediate) {
      // Another process may have done it while we waited.
      let reached = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      if reached < 1 { try database.execute(sql: first) }
      try database.execute(
        sql: "PRAGMA user_version = \(version); PRAGMA application_id = \(applicationID)")
      return .commit
    }
  }

  private static let first = """
    CREATE TABLE run(
      id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, commit_id TEXT, tree TEXT,
      verdict TEXT, open TEXT, outcome BLOB) STRICT;
    CREATE TABLE evidence(
      seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, run INTEGER NOT NULL,
      tool TEXT NOT NULL, commit_id TEXT NOT NULL, tree TEXT NOT NULL, target TEXT NOT NULL,
      environment TEXT NOT NULL, record BLOB NOT NULL, findings BLOB NOT NULL,
      UNIQUE(id, commit_id, target, environment)) STRICT;
    CREATE INDEX evidence_commit ON evidence(commit_id);
    CREATE INDEX evidence_tree ON evidence(tree);
    CREATE INDEX evidence_tool ON evidence(tool, seq);
    CREATE TABLE finding(
      key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, first_seen INTEGER NOT NULL,
      last_seen INTEGER NOT NULL, category TEXT NOT NULL, severity TEXT NOT NULL) STRICT;
    CREATE TABLE sighting(
      finding INTEGER NOT NULL REFERENCES finding(key), run INTEGER NOT NULL REFERENCES run(id),
      state TEXT NOT NULL, severity TEXT NOT NULL, PRIMARY KEY(finding, run)) STRICT, WITHOUT ROWID;
    CREATE TABLE decision(
      id TEXT PRIMARY KEY, text TEXT NOT NULL, commit_id TEXT) STRICT, WITHOUT ROWID;
    CREATE TABLE followed(
      one INTEGER PRIMARY KEY CHECK(one = 1), source TEXT NOT NULL) STRICT;
    CREATE TABLE audit(
      seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, actor TEXT NOT NULL,
      action TEXT NOT NULL, subject TEXT NOT NULL, commit_id TEXT, before TEXT, after TEXT) STRICT;
    CREATE INDEX audit_subject ON audit(subject);
    CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
    CREATE TRIGGER audit_stays BEFORE DELETE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
    """
}
