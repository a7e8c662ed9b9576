import FindingModel

/// Picks the places of a secret that are worth telling: for each path the strongest exposure, and
/// since when it stands there.
enum LocationChoice {
  /// - Parameter sightings: oldest first.
  static func locations(of sightings: [Sighting]) -> [Location] {
    var groups: [Holder: [Sighting]] = [:]
    for sighting in sightings { groups[Holder(sighting.location), default: []].append(sighting) }
    var chosen = groups.values.flatMap(locations(ofPath:))
    let atHead = Set(chosen.filter { $0.exposure == .head }.map(Place.init))
    // An unchanged file is the same place as in HEAD.
    chosen.removeAll { $0.exposure == .worktree && atHead.contains(Place($0)) }
    // Staged and unchanged since: the file stands for the index.
    let files = Set(chosen.filter { $0.exposure == .worktree && $0.object == nil }.map(Place.init))
    chosen.removeAll { $0.object == "index" && files.contains(Place($0)) }
    chosen.sort { precedes($0, $1) }
    return Array(chosen.prefix(FindingAssembly.mostLocations))
  }

  /// What stands at one path, or is one object besides files; as it is here and now, or elsewhere.
  private struct Holder: Hashable {
    var path: String?
    var object: String?
    var isLocal: Bool

    init(_ location: Location) {
      (path, object) = (location.path, location.object)
      isLocal = location.exposure == .worktree
    }
  }

  private struct Place: Hashable {
    var path: String?
    var line: Int?
    var column: Int?

    init(_ location: Location) {
      (path, line, column) = (location.path, location.line, location.column)
    }
  }

  /// All lines of the content that is exposed most, dated by the oldest commit of all.
  private static func locations(ofPath sightings: [Sighting]) -> [Location] {
    guard let oldest = sightings.first,
      let strongest = sightings.map({ $0.location.exposure?.rank ?? 0 }).max(),
      let shown = sightings.first(where: { $0.location.exposure?.rank ?? 0 == strongest })
    else { return [] }
    var seen: Set<Location> = []
    return sightings.filter {
      $0.location.blob == shown.location.blob && $0.location.exposure == shown.location.exposure
    }.compactMap { sighting in
      var location = sighting.location
      if oldest.location.commit != nil {
        location.commit = oldest.location.commit
        location.author = oldest.location.author
        location.date = oldest.location.date
      }
      return seen.insert(location).inserted ? location : nil
    }
  }

  /// A total order of a secret's sightings, the oldest first, so that nothing depends on which
  /// worker came first.
  static func precedes(_ left: Sighting, _ right: Sighting) -> Bool {
    if left.order != right.order { return left.order < right.order }
    if let isLess = isLess(left.location, right.location) { return isLess }
    return left.rule.id < right.rule.id
  }

  private static func precedes(_ left: Location, _ right: Location) -> Bool {
    let (a, b) = (left.exposure?.rank ?? 0, right.exposure?.rank ?? 0)
    return a == b ? isLess(left, right) ?? false : a > b
  }

  /// By everything that tells two places apart; nil for the same place.
  private static func isLess(_ left: Location, _ right: Location) -> Bool? {
    isLess(left.path, right.path) ?? isLess(left.line, right.line)
      ?? isLess(left.column, right.column) ?? isLess(left.object, right.object)
      ?? isLess(left.commit, right.commit) ?? isLess(left.blob, right.blob)
  }

  private static func isLess(_ left: String?, _ right: String?) -> Bool? {
    let (a, b) = (left ?? "", right ?? "")
    return a == b ? nil : a < b
  }

  private static func isLess(_ left: Int?, _ right: Int?) -> Bool? {
    let (a, b) = (left ?? 0, right ?? 0)
    return a == b ? nil : a < b
  }
}
