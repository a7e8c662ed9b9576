public import FindingModel
public import GitHistory

/// Searches the objects of a repository: the seam behind which the plain and the delta engine
/// stand. Both give the same result, to the last byte.
public protocol ObjectSearchEngine: Sendable {
  /// - Throws: `CancellationError`, or what keeps the whole search from being done; what concerns
  ///   one object is a gap in the result.
  func search(_ selection: ObjectSelection, progress: @escaping ScanProgress.Handler) async throws
    -> ObjectSearchResult
}

public enum ObjectSelection: Sendable {
  /// Every object of every database.
  case all
  case these([ObjectID])
}

/// The matches of one object, before anybody knows its path.
public struct ObjectHit: Sendable, Hashable {
  public var object: ObjectID
  public var kind: GitHistory.ObjectKind
  public var matches: [SecretMatch]
  /// What judging looks at, for each match; nil where the object is to be read again.
  public var excerpts: [MatchExcerpt]?

  public init(
    object: ObjectID, kind: GitHistory.ObjectKind, matches: [SecretMatch],
    excerpts: [MatchExcerpt]? = nil
  ) {
    self.object = object
    self.kind = kind
    self.matches = matches
    self.excerpts = excerpts
  }

  /// Whether both tell of the same matches; what is kept for judging them is no part of it.
  public static func == (left: ObjectHit, right: ObjectHit) -> Bool {
    left.object == right.object && left.kind == right.kind && left.matches == right.matches
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(object)
    hasher.combine(matches.count)
  }
}

/// What a search of objects gives.
public struct ObjectSearchResult: Sendable {
  /// Objects with at least one match, sorted by id.
  public var hits: [ObjectHit] = []
  /// All commits that were there, sorted by id; likewise trees and tags.
  public var commits: ObjectList = []
  public var trees: ObjectList = []
  public var tags: ObjectList = []
  public var blobs: ObjectList = []
  /// Objects that are there and could not be read; each has its gap.
  public var unreadable: [ObjectID] = []
  /// Uncompressed bytes that were searched.
  public var bytes = 0
  /// One for each object that was not searched whole.
  public var gaps: [Gap] = []
  /// Blobs that are pointers of git LFS, sorted.
  public var pointers: [ObjectID] = []
  /// Objects that the fast engine did not vouch for and that libgit2 read instead, sorted.
  public var readOneByOne: [ObjectID] = []

  /// What the search has read of commits on its way; nil where they are to be read.
  var readCommits: ReadCommits?

  public init() {}

  /// All objects that were there, kind by kind.
  var kinds: [(GitHistory.ObjectKind, ObjectList)] {
    [(.blob, blobs), (.commit, commits), (.tree, trees), (.tag, tags)]
  }

  /// Those of some objects, named as files, that are something else and were not searched as files.
  func misnamed(among files: Set<ObjectID>) -> [MisnamedObject] {
    kinds.flatMap { kind, list in
      kind == .blob || list.count == 0
        ? [] : list.filter(files.contains).compactMap { MisnamedObject($0, as: .blob, kind) }
    }
  }

  /// Distinct objects that the databases list, readable or not.
  var objectCount: Int {
    let known = commits.count + trees.count + tags.count + blobs.count
    if unreadable.isEmpty { return known }
    // One of which the header alone can be read is in two lists.
    return known + Set(unreadable).subtracting([commits, trees, tags, blobs].joined()).count
  }

  mutating func merge(_ other: ObjectSearchResult) {
    hits += other.hits
    commits += other.commits
    trees += other.trees
    tags += other.tags
    blobs += other.blobs
    unreadable += other.unreadable
    bytes += other.bytes
    gaps += other.gaps
    pointers += other.pointers
  }

  mutating func sort() {
    hits.sort { $0.object < $1.object }
    commits.sort()
    trees.sort()
    tags.sort()
    blobs.sort()
    unreadable.sort()
    pointers.sort()
    gaps.sort { ($0.subject, $0.detail) < ($1.subject, $1.detail) }
  }
}
