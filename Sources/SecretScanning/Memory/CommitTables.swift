import GitHistory

/// The commits of a remembered history, and where new ones stand among them.
struct CommitTables {
  /// 16 bytes of the name; then the position, and in the highest bit whether it is reachable.
  static let nameLength = 20
  /// Eight bytes of the date, four of the position in the table by name.
  static let ageLength = 12

  private let byName: MemoryTableReader
  private let byAge: MemoryTableReader

  init(byName: MemoryTableReader, byAge: MemoryTableReader) {
    (self.byName, self.byAge) = (byName, byAge)
  }

  static func append(
    _ commit: ObjectID, position: Int, isReachable: Bool, to bytes: inout [UInt8]
  ) {
    NameTables.append(commit, to: &bytes)
    append(UInt32(position) | (isReachable ? 1 << 31 : 0), to: &bytes)
  }

  static func append(seconds: Int, index: Int, to bytes: inout [UInt8]) {
    let date = UInt64(bitPattern: Int64(seconds))
    append(UInt32(truncatingIfNeeded: date >> 32), to: &bytes)
    append(UInt32(truncatingIfNeeded: date), to: &bytes)
    append(UInt32(index), to: &bytes)
  }

  private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt32(24), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }

  private static func word(_ row: ArraySlice<UInt8>, _ at: Int) -> UInt32 {
    row.dropFirst(at).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Position and reach of a commit; nil for one that is not remembered.
  func entry(_ commit: ObjectID) throws -> (position: Int, isReachable: Bool)? {
    let row = try NameTables.row(of: commit, in: byName, rowLength: Self.nameLength)
    return row.map { row in
      let word = Self.word(row, NameTables.nameLength)
      return (Int(word & 0x7fff_ffff), word >> 31 == 1)
    }
  }

  private var count: Int { byAge.length / Self.ageLength }

  /// The first position from `start` on at which a younger commit stands: in the order of
  /// `CommitGraph` a commit comes before the first that is younger and not its ancestor.
  private func slot(of commit: ObjectID, seconds: Int, from start: Int) throws -> Int {
    for position in start..<max(count, start) {
      let row = try byAge.row(position, length: Self.ageLength)
      let date = Int(Int64(bitPattern: NameTables.word(row, 0)))
      if date > seconds { return position }
      guard date == seconds else { continue }
      let other = try byName.row(Int(Self.word(row, 8)), length: Self.nameLength)
      let name = (NameTables.word(other, 0), NameTables.word(other, 8))
      if name > (commit.high, commit.middle) { return position }
    }
    return count
  }

  /// The order of new commits among the remembered ones, see ``Spot/order``: as if all were sorted
  /// together, which leaves the order of the remembered ones as it is.
  ///
  /// - Throws: where a parent is neither new nor remembered.
  func orders(of commits: [ObjectID: CommitRecord]) throws -> [ObjectID: Int] {
    var slots: [ObjectID: Int] = [:]
    var orders: [ObjectID: Int] = [:]
    var filled: [Int: Int] = [:]
    while orders.count < commits.count {
      var next: (slot: Int, seconds: Int, id: ObjectID)?
      for (id, record) in commits where orders[id] == nil {
        if record.parents.contains(where: { commits[$0] != nil && orders[$0] == nil }) { continue }
        let seconds = record.committer.seconds
        if slots[id] == nil {
          var start = 0
          for parent in record.parents {
            if commits[parent] != nil {
              start = max(start, slots[parent] ?? 0)
            } else {
              guard let old = try entry(parent) else { throw MemoryReader.Malformed() }
              start = max(start, old.position + 1)
            }
          }
          slots[id] = try slot(of: id, seconds: seconds, from: start)
        }
        let candidate = (slots[id] ?? 0, seconds, id)
        if next.map({ candidate < ($0.slot, $0.seconds, $0.id) }) ?? true { next = candidate }
      }
      // Commits that are each other's parents cannot be made.
      guard let next else { throw MemoryReader.Malformed() }
      let number = filled[next.slot, default: 0] + 1
      guard number < SpotFinder.orderStep else { throw MemoryReader.Malformed() }
      filled[next.slot] = number
      orders[next.id] = (next.slot - 1) * SpotFinder.orderStep + number
    }
    return orders
  }
}
