import CLibgit2

/// Where a repository's parts lie; plain values, so that each worker can open its own handle.
public struct RepositoryLayout: Sendable, Hashable {
  /// The path that opens it again.
  public var opened: String
  /// `.git`, the bare repository itself, or `.git/worktrees/NAME`.
  public var gitDirectory: String
  /// What linked work trees share: objects, references, configuration.
  public var commonDirectory: String
  /// Nil for a bare repository.
  public var workTree: String?
  /// Each folder of objects: the own one first, then alternates, in the order git reads them.
  public var objectDirectories: [String]
  /// Objects that handles opened again do not touch: libgit2 never returns from a delta that
  /// depends on itself.
  public var avoided: Set<ObjectID> = []
  /// Packs, by their paths without `.pack`, whose entries were all looked at: handles opened again
  /// read them without a look at each step.
  public var soundPacks: Set<String> = []
  /// Why packs of the repository are not read, in words.
  var unusablePacks: [String] = []

  /// Where `git receive-pack` keeps what it was sent until its hooks agree (git-receive-pack(1),
  /// "Quarantine Environment"); nil anywhere else.
  public var quarantine: String?

  public var isBare: Bool { workTree == nil }
}

extension RepositoryLayout {
  /// git's own limit on alternates of alternates.
  private static let deepestAlternate = 5

  /// The folder of objects and all its alternates, relative ones resolved.
  static func objectDirectories(of commonDirectory: String) -> [String] {
    var found = [commonDirectory + "/objects"]
    var level = found
    for _ in 0..<deepestAlternate where !level.isEmpty {
      level = level.flatMap(alternates).filter { !found.contains($0) }
      found += level
    }
    return found
  }

  private static func alternates(of objects: String) -> [String] {
    guard let text = SmallFile.text(objects + "/info/alternates") else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.hasPrefix("/") ? String($0) : objects + "/" + $0
    }
  }
}
