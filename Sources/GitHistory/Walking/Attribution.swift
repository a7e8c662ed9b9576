/// For each target blob: at which paths it stands, since which commit, and who can get at it.
///
/// Commits are visited parents first, oldest first, those that a reference reaches before the
/// others; each tree that holds a target is descended once for each path it stands at.
public struct Attribution: Sendable {
  /// Places of a blob are listed up to this number; more are only counted.
  public static let mostPlaces = 1000
  /// A tree is descended at no more paths than this: a few nested trees can stand for billions.
  public static let mostPathsOfTree = 1000

  private var places: [ObjectID: [Place]] = [:]
  private var counts: [ObjectID: Int] = [:]
  /// Trees that could not be read on the way; what they hold has no place.
  public private(set) var problems: [ObjectID: GitError] = [:]
  /// Whether a limit on paths was met, so that there may be places that were not visited.
  public var isCut = false

  /// The places of a blob, in the order they came about; empty where no commit or reference
  /// holds it.
  public func places(of blob: ObjectID) -> [Place] { places[blob] ?? [] }

  /// The number of distinct paths, also of those that are not listed.
  public func count(of blob: ObjectID) -> Int { counts[blob] ?? 0 }

  /// What another walk by the same rules has found.
  public init(places: [ObjectID: [Place]], counts: [ObjectID: Int]) {
    (self.places, self.counts) = (places, counts)
  }

  /// - Parameters:
  ///   - targets: blobs.
  ///   - graph: all commits of interest, unreachable ones too.
  public init(
    of targets: Set<ObjectID>, graph: CommitGraph, tips: Tips, in repository: borrowing Repository
  ) throws {
    if targets.isEmpty { return }
    var walk = AttributionWalk(targets: targets)
    let isReachable = graph.reach(from: tips.commits)
    if let head = tips.head, let tree = graph.tree(of: head) {
      try walk.visitHead(tree, in: repository)
    }
    let order = graph.oldestFirst()
    for index in order where isReachable[index] {
      try walk.visit(graph.trees[index], of: graph.commits[index], .refs, in: repository)
    }
    for id in tips.others {
      try walk.visit(id, of: nil, .refs, in: repository)
    }
    for index in order where !isReachable[index] {
      try walk.visit(graph.trees[index], of: graph.commits[index], .unreachable, in: repository)
    }
    (places, counts, problems) = (walk.places, walk.counts, walk.marks.problems)
  }
}
