public import FindingModel
import Foundation
import GRDB

/// What following the text changed in the store, ids sorted.
public struct FollowedChanges: Sendable, Hashable {
  public var added: [String] = []
  public var changed: [String] = []
  public var removed: [String] = []

  public var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
}

extension BaselineStore {
  /// Makes the index equal to the text and writes what changed to the trail.
  ///
  /// - Parameters:
  ///   - decisions: all of the judged tree.
  ///   - commit: the one they come from; nil: the work tree.
  ///   - source: names the text exactly, such as the object id of its folder's tree; what
  ///     ``decisions(ifFollowed:)`` compares.
  ///   - actors: who brought a decision in, by id, where git knows.
  @discardableResult
  public func follow(
    _ decisions: [Decision], fromCommit commit: String?, source: String? = nil,
    actors: [String: String] = [:]
  ) throws(StoreError) -> FollowedChanges {
    var wanted: [String: String] = [:]
    wanted.reserveCapacity(decisions.count)
    for decision in decisions { wanted[decision.id] = DecisionFile.text(decision) }
    let known = try indexedTexts()
    // The usual case writes nothing, so that it neither waits for a lock nor needs a disk.
    if known == wanted, try followedSource() == (source ?? "") { return FollowedChanges() }
    return try write { database in
      let changes = try apply(
        wanted, over: try Self.texts(database), commit: commit, actors: actors, to: database)
      try database.execute(
        sql: "INSERT OR REPLACE INTO followed(one, source) VALUES(1, ?)",
        arguments: [source ?? ""])
      return changes
    }
  }

  /// All decisions of the index, by id.
  public func decisions() throws(StoreError) -> [Decision] {
    let texts = try read { try String.fetchAll($0, sql: "SELECT text FROM decision ORDER BY id") }
    var all: [Decision] = []
    all.reserveCapacity(texts.count)
    for text in texts { all.append(try decision(text)) }
    return all
  }

  /// The decisions of the index if it was made from exactly this text; nil: read the text. Spares a
  /// judgement of an unchanged baseline the reading of thousands of files.
  public func decisions(ifFollowed source: String) throws(StoreError) -> [Decision]? {
    guard !source.isEmpty, try followedSource() == source else { return nil }
    return try decisions()
  }

  private func decision(_ text: String) throws(StoreError) -> Decision {
    guard let decision = try? DecisionFile.parse(Array(text.utf8), file: "store") else {
      throw damagedRecord
    }
    return decision
  }

  private func followedSource() throws(StoreError) -> String? {
    try read { try String.fetchOne($0, sql: "SELECT source FROM followed") }
  }

  private func indexedTexts() throws(StoreError) -> [String: String] { try read(Self.texts) }

  private static func texts(_ database: Database) throws -> [String: String] {
    var texts: [String: String] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT id, text FROM decision")
    while let row = try rows.next() { texts[row[0]] = row[1] }
    return texts
  }

  private func apply(
    _ wanted: [String: String], over known: [String: String], commit: String?,
    actors: [String: String], to database: Database
  ) throws -> FollowedChanges {
    var changes = FollowedChanges()
    for (id, text) in wanted.sorted(by: { $0.key < $1.key }) where known[id] != text {
      let action: AuditEntry.Action = known[id] == nil ? .added : .changed
      if action == .added { changes.added.append(id) } else { changes.changed.append(id) }
      try put(text, of: id, commit: commit, into: database)
      try append(
        action, id, by: actors[id] ?? "unknown", commit: commit, before: known[id], after: text,
        to: database)
    }
    for (id, text) in known.sorted(by: { $0.key < $1.key }) where wanted[id] == nil {
      changes.removed.append(id)
      try database.execute(sql: "DELETE FROM decision WHERE id = ?", arguments: [id])
      try append(
        .removed, id, by: actors[id] ?? "unknown", commit: commit, before: text, after: nil,
        to: database)
    }
    return changes
  }

  func put(_ text: String, of id: String, commit: String?, into database: Database) throws {
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO decision(id, text, commit_id) VALUES(?, ?, ?)"
    ).execute(arguments: [id, text, commit])
  }
}
