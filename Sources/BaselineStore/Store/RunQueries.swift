public import FindingModel
import Foundation
import GRDB

extension BaselineStore {
  /// The last judgement as it was recorded; nil before the first.
  ///
  /// - Parameter withFindings: false for a caller that needs none of them: they are most of it.
  public func lastOutcome(withFindings: Bool = true) throws(StoreError) -> GateOutcome? {
    let data = try read {
      try Data.fetchOne(
        $0, sql: "SELECT outcome FROM run WHERE outcome IS NOT NULL ORDER BY id DESC LIMIT 1")
    }
    guard let data else { return nil }
    do {
      return try StoredOutcome.decode(data, withFindings: withFindings)
    } catch {
      throw damagedRecord
    }
  }

  /// Earlier judgements, oldest first, at most the last `limit`. Their order is that of recording,
  /// not of the clock.
  public func trend(limit: Int = 30) throws(StoreError) -> [TrendPoint] {
    let rows = try read {
      try Row.fetchAll(
        $0,
        sql: """
          SELECT at, commit_id, verdict, open FROM run WHERE verdict IS NOT NULL
          ORDER BY id DESC LIMIT ?
          """, arguments: [max(0, limit)])
    }
    var points: [TrendPoint] = []
    for row in rows.reversed() {
      guard let verdict = (row["verdict"] as String?).flatMap(Verdict.init(rawValue:)) else {
        throw damagedRecord
      }
      let open = try decoded([String: Int].self, Data((row["open"] as String? ?? "{}").utf8))
      points.append(
        TrendPoint(
          at: Timestamp(seconds: row["at"]), commit: row["commit_id"], verdict: verdict, open: open)
      )
    }
    return points
  }

  /// All evidence of a commit, in the order of recording.
  public func evidence(for commit: String) throws(StoreError) -> [Evidence] {
    try evidence(where: "commit_id = ?", [commit])
  }

  /// All evidence of commits with this tree.
  public func evidence(forTree tree: String) throws(StoreError) -> [Evidence] {
    try evidence(where: "tree = ?", [tree])
  }

  /// All evidence, in the order of recording, at most the last `limit`.
  public func evidence(limit: Int = 10_000) throws(StoreError) -> [Evidence] {
    try evidence(
      where: "seq > (SELECT coalesce(max(seq), 0) - ? FROM evidence)", [max(0, limit)])
  }

  /// What a tool said last, about whatever commit.
  public func latestEvidence(_ tool: String) throws(StoreError) -> Evidence? {
    try evidence(
      where: "seq = (SELECT max(seq) FROM evidence WHERE tool = ?)", [tool]
    ).last
  }

  private func evidence(where condition: String, _ arguments: StatementArguments)
    throws(StoreError) -> [Evidence]
  {
    let records = try read {
      try Data.fetchAll(
        $0, sql: "SELECT record FROM evidence WHERE \(condition) ORDER BY seq",
        arguments: arguments)
    }
    var all: [Evidence] = []
    for record in records { all.append(try decoded(Evidence.self, record)) }
    return all
  }

  /// The findings of one piece of evidence before merging, masked.
  public func findings(of evidence: Evidence) throws(StoreError) -> [Finding] {
    let data = try read {
      try Data.fetchOne(
        $0,
        sql: """
          SELECT findings FROM evidence
          WHERE id = ? AND commit_id = ? AND target = ? AND environment = ?
          """,
        arguments: [
          evidence.id, evidence.commit ?? "", evidence.target ?? "", evidence.environment ?? "",
        ])
    }
    guard let data else { return [] }
    do { return try FindingBlocks.decode(data) } catch { throw damagedRecord }
  }

  /// Every recorded sighting of a finding, oldest first.
  public func sightings(_ id: String) throws(StoreError) -> [Sighting] {
    let rows = try read {
      try Row.fetchAll(
        $0,
        sql: """
          SELECT run.at, run.commit_id, sighting.state, sighting.severity
          FROM finding JOIN sighting ON sighting.finding = finding.key
          JOIN run ON run.id = sighting.run WHERE finding.id = ? ORDER BY run.id
          """, arguments: [id])
    }
    var all: [Sighting] = []
    for row in rows {
      guard let state = FindingState(rawValue: row[2]), let severity = Severity(rawValue: row[3])
      else { throw damagedRecord }
      all.append(
        Sighting(at: Timestamp(seconds: row[0]), commit: row[1], state: state, severity: severity))
    }
    return all
  }

  /// When each finding was recorded first and last, by id.
  public func seenDates() throws(StoreError) -> [String: SeenDates] {
    try read { database in
      var dates: [String: SeenDates] = [:]
      let rows = try Row.fetchCursor(
        database, sql: "SELECT id, first_seen, last_seen FROM finding")
      while let row = try rows.next() {
        dates[row[0]] = SeenDates(
          first: Timestamp(seconds: row[1]), last: Timestamp(seconds: row[2]))
      }
      return dates
    }
  }

  func decoded<Value: Decodable>(_ type: Value.Type, _ data: Data) throws(StoreError) -> Value {
    do { return try JSONDecoder().decode(type, from: data) } catch { throw damagedRecord }
  }

  var damagedRecord: StoreError {
    StoreError(.damaged, "\(path) holds a record that cannot be read; run the scans again")
  }
}
