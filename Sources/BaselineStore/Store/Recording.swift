import FindingModel
import Foundation
import GRDB

extension BaselineStore {
  /// Records a run in one transaction and returns its number. Dates of findings are kept by id:
  /// the first sighting stays, the last never moves back, whatever the clock does.
  @discardableResult
  public func record(_ run: RunRecord) throws(StoreError) -> Int {
    let rows = try prepared(run)
    let now = clock.now().seconds
    return try write { database in
      try database.execute(
        sql:
          "INSERT INTO run(at, commit_id, tree, verdict, open, outcome) VALUES(?, ?, ?, ?, ?, ?)",
        arguments: [
          now, run.commit, run.tree, run.outcome?.verdict.rawValue, rows.open, rows.outcome,
        ])
      let id = Int(database.lastInsertedRowID)
      if run.outcome != nil {
        // Only the last outcome is kept whole; the trend needs no more than the counts.
        try database.execute(
          sql: "UPDATE run SET outcome = NULL WHERE id < ? AND outcome IS NOT NULL",
          arguments: [id])
      }
      for (result, encoded) in zip(run.results, rows.results) {
        try insert(result.evidence, encoded, run: id, into: database)
      }
      try insert(run.findings, run: id, at: now, into: database)
      return id
    }
  }

  private struct Encoded {
    var open: String?
    var outcome: Data?
    var results: [(record: Data, findings: Data)] = []
  }

  /// Everything that can fail or takes long happens before the transaction.
  private func prepared(_ run: RunRecord) throws(StoreError) -> Encoded {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      var rows = Encoded()
      if let outcome = run.outcome {
        rows.outcome = try StoredOutcome.encode(outcome)
        var open: [String: Int] = [:]
        for finding in outcome.findings where finding.state.isOpen {
          open[finding.counted.rawValue, default: 0] += 1
        }
        rows.open = String(decoding: try encoder.encode(open), as: UTF8.self)
      }
      rows.results = try run.results.map {
        (
          try encoder.encode($0.evidence),
          try $0.gathered?.data() ?? FindingBlocks.encode($0.findings)
        )
      }
      return rows
    } catch {
      throw StoreError(.invalid, "\(path): the run holds a value that cannot be stored")
    }
  }

  private func insert(
    _ evidence: Evidence, _ encoded: (record: Data, findings: Data), run: Int,
    into database: Database
  ) throws {
    // The same bytes may be the report of two commits: `[]` is every clean report of some tools.
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO evidence(
          id, run, tool, commit_id, tree, target, environment, record, findings)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        evidence.id, run, evidence.tool, evidence.commit ?? "", evidence.tree ?? "",
        evidence.target ?? "", evidence.environment ?? "", encoded.record, encoded.findings,
      ])
  }

  private func insert(_ findings: [Finding], run: Int, at now: Int, into database: Database) throws
  {
    let known = try database.makeStatement(
      sql: """
        INSERT INTO finding(id, first_seen, last_seen, category, severity) VALUES(?, ?, ?, ?, ?)
        ON CONFLICT(id) DO UPDATE SET last_seen = max(last_seen, excluded.last_seen),
          category = excluded.category, severity = excluded.severity
        RETURNING key
        """)
    let seen = try database.makeStatement(
      sql: "INSERT OR REPLACE INTO sighting(finding, run, state, severity) VALUES(?, ?, ?, ?)")
    for finding in findings where finding.state != .fixed {
      let key = try Int.fetchOne(
        known,
        arguments: [finding.id, now, now, finding.category.rawValue, finding.severity.rawValue])
      try seen.execute(
        arguments: [key, run, finding.state.rawValue, finding.severity.rawValue])
    }
  }
}
