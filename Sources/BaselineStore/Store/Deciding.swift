public import FindingModel
import Foundation
import GRDB

extension BaselineStore {
  /// Records decisions in text and store together; when it returns, both survive a power cut.
  ///
  /// The text is written inside of the store's transaction: where either fails, neither stands. A
  /// process killed between the two leaves text that nobody was told of, and
  /// ``follow(_:fromCommit:source:actors:)`` brings the store after it.
  ///
  /// - Parameter actor: git's user, else the operating system's.
  /// - Throws: with `canContinue` false; nothing was recorded then.
  public func decide(_ decisions: [Decision], files folder: DecisionFolder, by actor: String)
    throws(StoreError)
  {
    let texts = decisions.map(DecisionFile.text)
    for decision in decisions { try Self.check(decision) }
    try together(decisions.map(\.id), writing: texts, in: folder) { places, database in
      for ((decision, text), place) in zip(zip(decisions, texts), places) {
        let before = try indexed(decision.id, database)
        try put(text, of: decision.id, commit: nil, into: database)
        try append(
          before == nil ? .added : .changed, decision.id, by: actor, commit: nil, before: before,
          after: text, to: database)
        try folder.write(decision, to: place)
      }
    }
  }

  public func decide(_ decision: Decision, files: DecisionFolder, by actor: String)
    throws(StoreError)
  { try decide([decision], files: files, by: actor) }

  /// Removes decisions from text and store together: `reopen`, `baseline prune`.
  public func withdraw(_ ids: [String], files folder: DecisionFolder, by actor: String)
    throws(StoreError)
  {
    try together(ids, writing: ids.map { _ in nil }, in: folder) { places, database in
      for (id, place) in zip(ids, places) {
        let before = try indexed(id, database)
        try database.execute(sql: "DELETE FROM decision WHERE id = ?", arguments: [id])
        try append(
          .removed, id, by: actor, commit: nil, before: before, after: nil, to: database)
        try AtomicFile.remove(place)
      }
    }
  }

  private func indexed(_ id: String, _ database: Database) throws -> String? {
    try String.fetchOne(
      database, sql: "SELECT text FROM decision WHERE id = ?", arguments: [id])
  }

  /// A decision that could not be read back would be lost.
  private static func check(_ decision: Decision) throws(StoreError) {
    do {
      let text = DecisionFile.text(decision)
      let again = try DecisionFile.parse(
        Array(text.utf8), file: DecisionFile.name(for: decision.id))
      guard again.id == decision.id, again.reason == decision.reason else {
        throw StoreError(.invalid, "the decision on \(decision.id) cannot be written")
      }
    } catch let error as StoreError {
      throw error.forDecision
    } catch {
      throw StoreError(.invalid, "\(error)").forDecision
    }
  }

  private func together(
    _ ids: [String], writing texts: [String?], in folder: DecisionFolder,
    _ body: ([URL], Database) throws -> Void
  ) throws(StoreError) {
    AtomicFile.removeLeftovers(in: folder.url)
    let places = folder.places(of: ids)
    var before: [[UInt8]?] = []
    do {
      try write { database in
        before = places.map {
          FileManager.default.contents(atPath: AtomicFile.path($0)).map(Array.init)
        }
        // The index no longer stands for one known text.
        try database.execute(sql: "DELETE FROM followed")
        try body(places, database)
      }
    } catch {
      try restore(before, over: texts, at: places, after: error)
      throw error.forDecision
    }
  }

  /// Puts back what the files held, but for files that another process has decided on meanwhile.
  private func restore(
    _ contents: [[UInt8]?], over texts: [String?], at places: [URL], after error: StoreError
  ) throws(StoreError) {
    for ((bytes, text), place) in zip(zip(contents, texts), places) {
      let now = FileManager.default.contents(atPath: AtomicFile.path(place)).map(Array.init)
      if now == bytes || now != text.map({ Array($0.utf8) }) { continue }
      do throws(StoreError) {
        if let bytes {
          try AtomicFile.write(bytes, to: place)
        } else {
          try AtomicFile.remove(place)
        }
      } catch let second {
        throw StoreError(
          error.code,
          "\(error.message); and \(AtomicFile.path(place)) could not be put back: "
            + "\(second.message); check it by git", canContinue: false)
      }
    }
  }
}
