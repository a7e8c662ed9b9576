import GitHistory
import GitPacks

/// The objects that a repository holds now and did not when it was remembered.
struct ObjectDifference {
  /// More than this is a new history, which is searched as one.
  private static let most = 2000

  /// Sorted.
  let new: [ObjectID]
  let packs: [String]
  let loose: [ObjectID]
  /// Whether packs are gone, as after `git gc`.
  let isRepacked: Bool

  /// Nil where that cannot be told, where an object is gone, or where there are too many.
  ///
  /// - Throws: where a pack or the memory cannot be read.
  init?(
    _ snapshot: HistorySnapshot, names: MemoryTableReader, _ store: ObjectStore,
    _ repository: borrowing Repository
  ) throws {
    guard let lines = store.inventory() else { return nil }
    let packs = lines.filter { !$0.hasPrefix("loose ") }
    let loose = Set(store.directories.flatMap(\.loose).map { ObjectID($0) })
    let (old, now) = (Set(snapshot.packs), Set(packs))
    let added = packs.filter { !old.contains($0) }
    let gone = old.subtracting(now)
    // Another folder of objects is another repository.
    guard (added + gone).allSatisfy({ $0.hasPrefix("pack ") }) else { return nil }
    var found: Set<ObjectID>
    if gone.isEmpty {
      let oldLoose = Set(snapshot.loose)
      let dropped = oldLoose.subtracting(loose)
      guard dropped.allSatisfy({ repository.contains($0) }) else { return nil }
      found = Set(
        try Self.unknown(
          try added.map { try Self.names($0, isKnown: false) },
          loose.subtracting(oldLoose).sorted(), in: names))
    } else {
      guard
        let all = try Self.compared(
          try packs.filter { $0.hasPrefix("pack ") }.map { line in
            try Self.names(line, isKnown: old.contains(line))
          }, loose.sorted(), with: try names.content())
      else { return nil }
      found = Set(all)
    }
    found.formUnion(snapshot.since.filter { repository.contains($0) })
    guard found.count <= Self.most else { return nil }
    new = found.sorted()
    (self.packs, self.loose, isRepacked) = (packs, loose.sorted(), !gone.isEmpty)
  }

  /// A line of the inventory ends in sizes and checksums of pack and index.
  private static func names(_ line: String, isKnown: Bool) throws -> PackNames {
    let parts = line.dropFirst("pack ".count)
      .split(separator: " ", omittingEmptySubsequences: false)
    let stem = parts.dropLast(4).joined(separator: " ")
    return isKnown ? try PackNames(checkedBefore: stem) : try PackNames(stem: stem)
  }

  private static func unknown(
    _ packs: [PackNames], _ loose: [ObjectID], in table: MemoryTableReader
  ) throws -> [ObjectID] {
    func isKnown(_ id: ObjectID) throws -> Bool {
      try NameTables.row(of: id, in: table, rowLength: NameTables.nameLength) != nil
    }
    var unknown = try loose.filter { try !isKnown($0) }
    for pack in packs {
      for position in 0..<pack.count {
        let id = ObjectID(pack.name(at: position))
        if try !isKnown(id) { unknown.append(id) }
        if unknown.count > 2 * most { return unknown }
      }
    }
    return unknown
  }

  /// What is not in a table of sorted names, where everything in the table is still there.
  private static func compared(
    _ packs: [PackNames], _ loose: [ObjectID], with table: [UInt8]
  ) throws -> [ObjectID]? {
    let count = table.count / NameTables.nameLength
    var isThere = [Bool](repeating: false, count: count)
    var unknown: [ObjectID] = []
    func take(_ total: Int, _ name: (Int) -> ObjectID) {
      var next = 0
      for position in 0..<total {
        let id = name(position)
        var row = table[next * NameTables.nameLength..<table.count]
        while next < count,
          (NameTables.word(row, 0), NameTables.word(row, 8)) < (id.high, id.middle)
        {
          next += 1
          row = row.dropFirst(NameTables.nameLength)
        }
        if next < count, (NameTables.word(row, 0), NameTables.word(row, 8)) == (id.high, id.middle)
        {
          isThere[next] = true
        } else {
          unknown.append(id)
          if unknown.count > 2 * most { return }
        }
      }
    }
    for pack in packs { take(pack.count) { ObjectID(pack.name(at: $0)) } }
    take(loose.count) { loose[$0] }
    return isThere.allSatisfy { $0 } ? unknown : nil
  }
}
