import FindingModel
import GitHistory
import PatternMatching

/// Searches what a push or a range adds. Objects are read through libgit2, each whole; of a file's
/// version only what its neighbour does not share is searched. The result is that of
/// ``PlainObjectEngine``, to the last byte.
struct LineageSearch: Sendable {
  /// Objects that a worker takes at least: fewer are not worth a second one.
  private static let share = 16

  let layout: RepositoryLayout
  let matcher: any PatternBasedMatcher
  let jobs: Int
  let maximumBlob: Int

  func search(_ objects: NewObjects, progress: @escaping ScanProgress.Handler) async throws
    -> ObjectSearchResult
  {
    let shares = Self.shares(Lineages(objects).rows)
    let counters = Counters(total: shares.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } })
    let reader = PlainObjectEngine(
      layout: layout, matcher: matcher, jobs: jobs, maximumBlob: maximumBlob)
    let parts = try await WorkQueue.perform(count: shares.count, jobs: jobs, run: 1) { queue in
      let repository = try Repository.open(again: layout)
      let worker = try LineageWorker(matcher)
      var result = ObjectSearchResult()
      var keeper = ExcerptKeeper()
      while let range = try await queue.take() {
        let before = result.bytes
        for row in shares[range].joined() {
          worker.begin()
          for id in row {
            reader.search(id, repository, &keeper, &result) { kind, bytes in
              try worker.matches(in: bytes, of: kind)
            }
          }
        }
        let count = shares[range].joined().reduce(0) { $0 + $1.count }
        progress(counters.add(objects: count, bytes: result.bytes - before))
      }
      return result
    }
    var result = ObjectSearchResult()
    for part in parts { result.merge(part) }
    result.sort()
    return result
  }

  /// Neighbouring rows, together of so many objects.
  private static func shares(_ rows: [[ObjectID]]) -> [[[ObjectID]]] {
    var shares: [[[ObjectID]]] = []
    var (share, count) = ([[ObjectID]](), 0)
    for row in rows {
      share.append(row)
      count += row.count
      if count < Self.share { continue }
      shares.append(share)
      (share, count) = ([], 0)
    }
    return share.isEmpty ? shares : shares + [share]
  }
}

/// One worker's search through versions of files.
final class LineageWorker {
  private let worker: any PatternBasedWorker
  private let patterns: PatternWorker
  private var found: [PatternMatch] = []
  /// The version before, whose anchors are in `slot`; empty where there is none.
  private var base: [UInt8] = []
  private var slot = 0

  init(_ matcher: any PatternBasedMatcher) throws {
    guard let worker = try matcher.makeWorker() as? any PatternBasedWorker else {
      throw PatternError(
        .resources, pattern: "", problem: "the matcher's workers take no patterns",
        advice: "search with the plain engine")
    }
    self.worker = worker
    patterns = try PatternWorker(matcher.patterns)
  }

  /// Begins a row.
  func begin() {
    patterns.beginContents()
    base.removeAll(keepingCapacity: true)
  }

  func matches(in content: Span<UInt8>, of kind: GitHistory.ObjectKind) throws -> [SecretMatch] {
    guard kind == .blob else {
      patterns.matches(
        in: content, slot: nil, base: nil, copies: [CopiedStretch]().span, into: &found)
      return try worker.matches(from: found, in: content)
    }
    let copies = SharedEnds(base.span, content).copies
    let other = 1 - slot
    patterns.matches(
      in: content, slot: other,
      base: base.isEmpty ? nil : PatternWorker.Base(slot: slot, size: base.count),
      copies: copies.span, into: &found)
    slot = other
    base = unsafe content.withUnsafeBufferPointer { unsafe Array($0) }
    return try worker.matches(from: found, in: content)
  }
}
