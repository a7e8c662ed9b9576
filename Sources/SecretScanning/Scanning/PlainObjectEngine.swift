import FindingModel
public import GitHistory
import Synchronization

/// Reads each object whole through libgit2 and searches it: the definition that the fast engine
/// is held against.
public struct PlainObjectEngine: ObjectSearchEngine {
  /// Objects that a worker takes at once, of few ones a smaller share, so that all workers end
  /// together.
  private static let run = 512
  private static let runsOfEach = 16

  let layout: RepositoryLayout
  let matcher: any SecretMatcher
  let jobs: Int
  let maximumBlob: Int

  public init(
    layout: RepositoryLayout, matcher: any SecretMatcher, jobs: Int, maximumBlob: Int = 64 << 20
  ) {
    self.layout = layout
    self.matcher = matcher
    self.jobs = jobs
    self.maximumBlob = maximumBlob
  }

  public func search(
    _ selection: ObjectSelection, progress: @escaping ScanProgress.Handler
  ) async throws -> ObjectSearchResult {
    let ids: [ObjectID]
    switch selection {
    case .all:
      // No other reader has compared any checksum of a pack.
      Repository.verifyNames()
      progress(ScanProgress(phase: .listing))
      ids = try Repository.open(again: layout).listObjects()
    case .these(let some): ids = Array(Set(some)).sorted()
    }
    let counters = Counters(total: ids.count)
    let run = max(1, min(Self.run, ids.count / (max(jobs, 1) * Self.runsOfEach)))
    let parts = try await WorkQueue.perform(count: ids.count, jobs: jobs, run: run) { queue in
      let repository = try Repository.open(again: layout)
      let worker = try matcher.makeWorker()
      var result = ObjectSearchResult()
      var keeper = ExcerptKeeper()
      while let range = try await queue.take() {
        let before = result.bytes
        for index in range {
          search(ids[index], repository, &keeper, &result) { _, bytes in
            try worker.matches(in: bytes)
          }
        }
        progress(counters.add(objects: range.count, bytes: result.bytes - before))
      }
      return result
    }
    var result = ObjectSearchResult()
    for part in parts { result.merge(part) }
    result.sort()
    return result
  }

  /// Reads one object whole; what keeps it from being searched is a gap.
  ///
  /// - Parameter find: the matches in its content.
  func search(
    _ id: ObjectID, _ repository: borrowing Repository, _ keeper: inout ExcerptKeeper,
    _ result: inout ObjectSearchResult,
    find: (GitHistory.ObjectKind, Span<UInt8>) throws -> [SecretMatch]
  ) {
    do {
      let header = try repository.header(of: id)
      switch header.kind {
      case .tree: return result.trees.append(id)
      case .blob: result.blobs.append(id)
      case .commit: result.commits.append(id)
      case .tag: result.tags.append(id)
      }
      guard header.size <= maximumBlob else {
        result.gaps.append(GapWords.tooLarge(id, header, maximumBlob))
        return
      }
      try repository.withObject(id) { kind, bytes in
        let matches = try find(kind, bytes)
        if !matches.isEmpty {
          result.hits.append(
            ObjectHit(
              object: id, kind: kind, matches: matches,
              excerpts: keeper.excerpts(of: matches, in: bytes)))
        }
        if kind == .blob, LFSPointer.isOne(bytes) { result.pointers.append(id) }
        result.bytes += bytes.count
      }
    } catch {
      result.unreadable.append(id)
      result.gaps.append(GapWords.object(id, error))
    }
  }
}

/// What all workers have done together.
final class Counters: Sendable {
  private let objects = Atomic<Int>(0)
  private let bytes = Atomic<Int>(0)
  private let total: Int
  private let phase: ScanProgress.Phase

  init(total: Int, phase: ScanProgress.Phase = .objects) {
    self.total = total
    self.phase = phase
  }

  func add(objects count: Int, bytes size: Int) -> ScanProgress {
    ScanProgress(
      phase: phase, done: objects.add(count, ordering: .relaxed).newValue, total: total,
      bytes: bytes.add(size, ordering: .relaxed).newValue)
  }
}
