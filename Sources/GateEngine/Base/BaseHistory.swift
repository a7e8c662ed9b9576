import FindingModel

/// What separates the judged commit from its base, in object ids.
public struct BaseHistory: Sendable {
  /// Commits that the judged commit reaches and the base does not.
  public var addedCommits: Set<String>
  /// Blobs that these commits bring in at some path.
  public var addedBlobs: Set<String>
  /// Commits and tags that the base reaches.
  public var baseObjects: @Sendable (String) -> Bool

  public init(
    addedCommits: Set<String>, addedBlobs: Set<String>,
    baseObjects: @escaping @Sendable (String) -> Bool
  ) {
    self.addedCommits = addedCommits
    self.addedBlobs = addedBlobs
    self.baseObjects = baseObjects
  }

  /// A secret is known where the object that introduces it is reachable from the base, or where
  /// none of its places belongs to the judged commit. What cannot be told is new.
  func isKnown(_ finding: Finding) -> Bool {
    if finding.locations.isEmpty { return false }
    if finding.locations.contains(where: isAtBase) { return true }
    // Not all places are listed, and the strongest are.
    let isCut = finding.count ?? 0 > Set(finding.locations.compactMap(\.path)).count
    return !isCut && !finding.locations.contains(where: isOfHead)
  }

  private func isAtBase(_ location: Location) -> Bool {
    guard let object = Self.object(location) else { return false }
    return !addedCommits.contains(object) && baseObjects(object)
  }

  private func isOfHead(_ location: Location) -> Bool {
    if location.inHead == true || location.exposure == .worktree || location.exposure == .head {
      return true
    }
    if let blob = location.blob, addedBlobs.contains(blob) { return true }
    guard let object = Self.object(location) else {
      // A reference's name is nobody's commit; anything else without an origin is ours.
      return location.object?.hasPrefix("ref ") != true
    }
    return addedCommits.contains(object)
  }

  /// The commit or tag that introduces it.
  private static func object(_ location: Location) -> String? {
    if let commit = location.commit { return commit }
    guard let text = location.object else { return nil }
    for kind in ["commit ", "tag "] where text.hasPrefix(kind) {
      return String(text.dropFirst(kind.count))
    }
    return nil
  }
}
