import GitHistory

/// Where blobs with hits stand, each place with what decides which of two came first.
struct RememberedPlaces: Sendable {
  struct Entry: Sendable, Hashable {
    /// Commits that a reference reaches are looked at first, then what references name themselves,
    /// then all other commits.
    enum Pass: Int, Sendable { case reachable, named, unreachable }

    var path: [UInt8]?
    var commit: ObjectID?
    var pass: Pass
    /// Of the commit, see ``Spot/order``.
    var order: Int
    var isAtHead: Bool

    var place: Place {
      Place(
        path: path, commit: commit,
        reach: isAtHead ? .head : pass == .unreachable ? .unreachable : .refs)
    }

    static func precedes(_ left: Entry, _ right: Entry) -> Bool {
      (left.pass.rawValue, left.order) < (right.pass.rawValue, right.order)
    }
  }

  /// In the order of `Attribution`.
  private(set) var entries: [ObjectID: [Entry]] = [:]
  /// Blobs with more places than are listed.
  private(set) var crowded: Set<ObjectID> = []

  /// Nil where a place's commit is unknown.
  init?(_ blobs: [ObjectID], _ attribution: Attribution, _ graph: CommitGraph, tips: Tips) {
    let isReachable = graph.reach(from: tips.commits)
    var orders: [ObjectID: (order: Int, isReachable: Bool)] = [:]
    for (order, index) in graph.oldestFirst().enumerated() {
      orders[graph.commits[index]] = (order * SpotFinder.orderStep, isReachable[index])
    }
    for blob in blobs {
      let places = attribution.places(of: blob)
      if places.count != attribution.count(of: blob) { crowded.insert(blob) }
      if places.isEmpty { continue }
      var list: [Entry] = []
      for place in places {
        let known = place.commit.flatMap { orders[$0] }
        guard (known == nil) == (place.commit == nil) else { return nil }
        list.append(
          Entry(
            path: place.path, commit: place.commit,
            pass: known.map { $0.isReachable ? .reachable : .unreachable } ?? .named,
            order: known?.order ?? 0, isAtHead: place.reach == .head))
      }
      entries[blob] = list
    }
  }

  func encoded() -> [UInt8] {
    var writer = MemoryWriter()
    var numbers: [[UInt8]: Int] = [:]
    var paths: [[UInt8]] = []
    for path in entries.values.joined().compactMap(\.path) where numbers[path] == nil {
      numbers[path] = paths.count
      paths.append(path)
    }
    writer.list(paths) { writer, path in
      writer.number(path.count)
      writer.raw(path)
    }
    writer.list(entries.sorted { $0.key < $1.key }) { writer, blob in
      writer.id(blob.key)
      writer.number(crowded.contains(blob.key) ? 1 : 0)
      writer.list(blob.value) { writer, entry in
        writer.optional(entry.path.flatMap { numbers[$0] })
        writer.list(entry.commit.map { [$0] } ?? []) { $0.id($1) }
        writer.number(entry.pass.rawValue)
        writer.number(entry.order)
        writer.number(entry.isAtHead ? 1 : 0)
      }
    }
    return writer.bytes
  }

  /// Only those of some blobs.
  init(_ bytes: [UInt8], of wanted: Set<ObjectID>) throws {
    var reader = MemoryReader(bytes)
    let paths = try reader.list { Array(try $0.raw(try $0.number())) }
    _ = try reader.list { reader in
      let blob = try reader.id()
      if try reader.number() == 1 { crowded.insert(blob) }
      let list = try reader.list { reader in
        let path = try reader.optionalNumber()
        if let path, !paths.indices.contains(path) { throw MemoryReader.Malformed() }
        let commit = try reader.list { try $0.id() }.first
        guard let pass = Entry.Pass(rawValue: try reader.number()) else {
          throw MemoryReader.Malformed()
        }
        return Entry(
          path: path.map { paths[$0] }, commit: commit, pass: pass, order: try reader.number(),
          isAtHead: try reader.number() == 1)
      }
      if wanted.contains(blob) { entries[blob] = list }
    }
  }
}
