import FindingModel
public import GitHistory
public import GitPacks
import PatternMatching

/// Walks the delta trees of all packs and searches of each object only what its delta did not copy.
/// The result is that of ``PlainObjectEngine``, to the last byte.
public struct DeltaObjectEngine: ObjectSearchEngine {
  private let plain: PlainObjectEngine
  private let forest: DeltaForest
  private let matcher: any PatternBasedMatcher

  /// - Parameter forest: of the repository that `layout` is about.
  public init(
    layout: RepositoryLayout, forest: DeltaForest, matcher: any PatternBasedMatcher, jobs: Int,
    maximumBlob: Int = 64 << 20
  ) {
    plain = PlainObjectEngine(
      layout: layout, matcher: matcher, jobs: jobs, maximumBlob: maximumBlob)
    self.forest = forest
    self.matcher = matcher
  }

  public func search(
    _ selection: ObjectSelection, progress: @escaping ScanProgress.Handler
  ) async throws -> ObjectSearchResult {
    // Single objects have no base in the same search; and where a whole file cannot be used, only
    // libgit2 knows what else there is.
    guard case .all = selection, forest.problems.isEmpty else {
      return try await plain.search(selection, progress: progress)
    }
    let parts = try await walk(progress)
    var result = ObjectSearchResult()
    var missed = Set(forest.unreadable.map { ObjectID($0.name) })
    for part in parts {
      result.merge(part.result)
      missed.formUnion(part.missed)
    }
    result.readCommits = ReadCommits(parts.map(\.commits))
    // Everything that is there; those that could not be read are listed when libgit2 did.
    result.blobs = ObjectList(.blob, in: forest, without: missed)
    result.commits = ObjectList(.commit, in: forest, without: missed)
    result.trees = ObjectList(.tree, in: forest, without: missed)
    result.tags = ObjectList(.tag, in: forest, without: missed)
    if !missed.isEmpty {
      // A flipped bit may make another object of an entry that can still be inflated.
      Repository.verifyNames()
      let others = try await plain.search(.these(Array(missed)), progress: { _ in })
      result.merge(others)
      result.readOneByOne = missed.sorted()
    }
    result.sort()
    return result
  }

  private struct Part: Sendable {
    var result: ObjectSearchResult
    var missed: [ObjectID]
    var commits: CommitListing.Part
  }

  private func walk(_ progress: @escaping ScanProgress.Handler) async throws -> [Part] {
    let (plain, forest, matcher) = (plain, forest, matcher)
    let order = WalkOrder(forest, [.blob, .commit, .tag])
    let counters = Counters(total: forest.objectCount)
    return try await WorkQueue.perform(count: order.count, jobs: plain.jobs, run: 1) { queue in
      let visitor = try ObjectVisit(forest, matcher, maximumBlob: plain.maximumBlob)
      // What is shorter preserves no guard.
      let shortest = 2 + PatternWorker.guardReach
      guard
        let walker = TreeWalker(
          forest, limits: ReadingLimits(objectBytes: plain.maximumBlob), shortestRun: shortest)
      else { throw OutOfMemory() }
      while let places = try await queue.take() {
        let before = (visitor.objects, visitor.result.bytes)
        for place in places {
          for tree in order[place] { try visitor.walk(tree, with: walker) }
        }
        progress(
          counters.add(
            objects: visitor.objects - before.0, bytes: visitor.result.bytes - before.1))
      }
      return Part(
        result: visitor.result, missed: visitor.missed, commits: visitor.commits.part)
    }
  }
}
