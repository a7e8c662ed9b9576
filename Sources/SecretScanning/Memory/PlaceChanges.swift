import GitHistory

/// Places of blobs with hits that new commits, or another HEAD, make or change.
struct PlaceChanges {
  private struct Spotted: Hashable {
    var blob: ObjectID
    var path: [UInt8]
  }

  private let additions: CommitAdditions
  private var introduced: [ObjectID: [(path: [UInt8], commit: ObjectID)]] = [:]
  private var gone: Set<Spotted> = []
  private var atHead: Set<Spotted> = []
  /// All that was noted.
  private(set) var blobs: Set<ObjectID> = []

  init(_ additions: CommitAdditions) { self.additions = additions }

  /// A new commit holds it, none of its parents does.
  mutating func note(_ blob: ObjectID, _ path: [UInt8], introducedBy commit: ObjectID) {
    blobs.insert(blob)
    introduced[blob, default: []].append((path, commit))
  }

  /// HEAD held it and does not any more.
  mutating func noteGone(_ blob: ObjectID, _ path: [UInt8]) {
    blobs.insert(blob)
    gone.insert(Spotted(blob: blob, path: path))
  }

  /// HEAD holds it and did not before.
  mutating func noteAtHead(_ blob: ObjectID, _ path: [UInt8]) {
    blobs.insert(blob)
    atHead.insert(Spotted(blob: blob, path: path))
  }

  /// The places of some blobs as a walk through all commits would find them.
  ///
  /// - Parameter orders: of the new commits.
  /// - Returns: nil where that cannot be told.
  func merged(
    _ old: RememberedPlaces, of blobs: Set<ObjectID>, orders: [ObjectID: Int]
  ) -> [ObjectID: [RememberedPlaces.Entry]]? {
    var merged: [ObjectID: [RememberedPlaces.Entry]] = [:]
    var met = 0
    guard old.crowded.isDisjoint(with: blobs) else { return nil }
    for blob in blobs {
      var entries = old.entries[blob] ?? []
      for (path, commit) in introduced[blob] ?? [] {
        guard let order = orders[commit] else { return nil }
        var entry = RememberedPlaces.Entry(
          path: path, commit: commit,
          pass: additions.reachable.contains(commit) ? .reachable : .unreachable, order: order,
          isAtHead: false)
        if let known = entries.firstIndex(where: { $0.path == path }) {
          guard RememberedPlaces.Entry.precedes(entry, entries[known]) else { continue }
          entry.isAtHead = entries.remove(at: known).isAtHead
        }
        entries.append(entry)
      }
      for index in entries.indices {
        let spotted = entries[index].path.map { Spotted(blob: blob, path: $0) }
        if let spotted, gone.contains(spotted) { entries[index].isAtHead = false }
        if let spotted, atHead.contains(spotted) {
          entries[index].isAtHead = true
          met += 1
        }
      }
      guard entries.count <= Attribution.mostPlaces else { return nil }
      // Those of one commit stay as they are.
      let sorted = entries.enumerated().sorted { left, right in
        if RememberedPlaces.Entry.precedes(left.element, right.element) { return true }
        if RememberedPlaces.Entry.precedes(right.element, left.element) { return false }
        return left.offset < right.offset
      }
      merged[blob] = sorted.map(\.element)
    }
    // What HEAD holds, a commit holds.
    return met == atHead.count ? merged : nil
  }
}
