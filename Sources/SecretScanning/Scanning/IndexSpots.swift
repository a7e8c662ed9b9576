import FindingModel
import GitHistory

/// Content that stands in the index: staged, not committed.
enum IndexSpots {
  /// The index entries of a blob but for those that HEAD has at the same path.
  static func spots(
    of blob: ObjectID, _ entries: [IndexEntry], besides places: [GitHistory.Place] = []
  ) -> [Spot] {
    let atHead = Set(places.filter { $0.reach == .head }.compactMap(\.path))
    var paths: Set<[UInt8]> = []
    return entries.compactMap { entry in
      guard !atHead.contains(entry.path), paths.insert(entry.path).inserted else { return nil }
      var location = Location(path: VisibleText.of(entry.path))
      location.blob = blob.description
      location.object = "index"
      location.exposure = .worktree
      return Spot(location: location, order: Int.max)
    }
  }
}
