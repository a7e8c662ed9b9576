public import FindingModel
import GRDB

/// The last run that recorded a finding.
public struct LastSighting: Sendable, Hashable {
  public var id: String
  /// Grows with each recording.
  public var run: Int
  public var commit: String
  public var tree: String?
}

extension BaselineStore {
  /// Where findings were recorded last. Those of other categories, and those that were last seen
  /// where no commit was known, are left out.
  public func lastSightings(of ids: [String], categories: [Category]) throws(StoreError)
    -> [LastSighting]
  {
    let wanted = Set(categories.map(\.rawValue))
    return try read { database in
      let statement = try database.makeStatement(
        sql: """
          SELECT run.id, run.commit_id, run.tree, finding.category
          FROM finding JOIN sighting ON sighting.finding = finding.key
          JOIN run ON run.id = sighting.run WHERE finding.id = ? ORDER BY run.id DESC LIMIT 1
          """)
      var all: [LastSighting] = []
      for id in ids {
        guard let row = try Row.fetchOne(statement, arguments: [id]), wanted.contains(row[3]),
          let commit = row[1] as String?, !commit.isEmpty
        else { continue }
        all.append(LastSighting(id: id, run: row[0], commit: commit, tree: row[2]))
      }
      return all
    }
  }
}
