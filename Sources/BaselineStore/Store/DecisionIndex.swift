import Dispatch
public import FindingModel
import Foundation
import GRDB
import Synchronization

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
    if let source, !source.isEmpty, try followedSource() == source { return FollowedChanges() }
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
    try decoded(
      read { try Data.fetchAll($0, sql: "SELECT CAST(text AS BLOB) FROM decision ORDER BY id") })
  }

  /// The decisions of the index on these ids alone, for a judgement of few findings.
  public func decisions(on ids: some Collection<String> & Sendable) throws(StoreError) -> [Decision]
  {
    try decoded(
      read { database in
        let one = try database.makeStatement(
          sql: "SELECT CAST(text AS BLOB) FROM decision WHERE id = ?")
        return try Set(ids).sorted().compactMap { try Data.fetchOne(one, arguments: [$0]) }
      })
  }

  /// Parses side by side: 100,000 texts are most of a judgement's time otherwise.
  private func decoded(_ texts: [Data]) throws(StoreError) -> [Decision] {
    let share = max(1000, (texts.count + 7) / 8)
    let starts = Array(stride(from: 0, to: texts.count, by: share))
    let parts = Mutex([Int: [Decision]]())
    DispatchQueue.concurrentPerform(iterations: starts.count) { index in
      let slice = texts[starts[index]..<min(starts[index] + share, texts.count)]
      let part = slice.compactMap { try? DecisionFile.parse(Array($0), file: "store") }
      parts.withLock { $0[index] = part }
    }
    let all = parts.withLock { parts in starts.indices.flatMap { parts[$0] ?? [] } }
    guard all.count == texts.count else { throw damagedRecord }
    return all
  }

  /// The decisions of the index if it was made from exactly this text; nil: read the text. Spares a
  /// judgement of an unchanged baseline the reading of thousands of files.
  public func decisions(ifFollowed source: String) throws(StoreError) -> [Decision]? {
    guard !source.isEmpty, try followedSource() == source else { return nil }
    return try decisions()
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
