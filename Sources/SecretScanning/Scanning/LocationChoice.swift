import FindingModel

/// Picks the places of a secret that are worth telling: for each path the strongest exposure, and
/// since when it stands there.
enum LocationChoice {
  /// - Parameter sightings: oldest first.
  static func locations(of sightings: [Sighting]) -> [Location] {
    var groups: [String: [Sighting]] = [:]
    for sighting in sightings {
      let location = sighting.location
      let isLocal = location.exposure == .worktree ? "local" : ""
      groups["\(location.path ?? "") \(location.object ?? "") \(isLocal)", default: []]
        .append(sighting)
    }
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

  private static func precedes(_ left: Location, _ right: Location) -> Bool {
    let (a, b) = (left.exposure?.rank ?? 0, right.exposure?.rank ?? 0)
    return a == b ? key(left) < key(right) : a > b
  }

  /// Everything that tells two places apart, as text.
  static func key(_ sighting: Sighting) -> String {
    key(sighting.location) + "\u{0}" + sighting.rule.id
  }

  private static func key(_ location: Location) -> String {
    func digits(_ number: Int?) -> String {
      let text = String(number ?? 0)
      return String(repeating: "0", count: max(0, 12 - text.count)) + text
    }
    return [
      location.path ?? "", digits(location.line), digits(location.column), location.object ?? "",
      location.commit ?? "", location.blob ?? "",
    ].joined(separator: "\u{0}")
  }
}
