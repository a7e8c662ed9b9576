import FindingModel
import GitHistory
import GitPacks
import PatternMatching

/// One worker's search through delta trees.
final class ObjectVisit: ObjectVisitor {
  private(set) var result = ObjectSearchResult()
  private(set) var missed: [ObjectID] = []
  private(set) var objects = 0
  /// Commits as they are met: they need not be read again for attribution.
  let commits = CommitListing()

  private let forest: DeltaForest
  private let maximumBlob: Int
  private let worker: any PatternBasedWorker
  private let patterns: PatternWorker
  private var copies: [CopiedStretch] = []
  private var found: [PatternMatch] = []
  private var keeper = ExcerptKeeper()
  private var failure: (any Error)?

  init(_ forest: DeltaForest, _ matcher: any PatternBasedMatcher, maximumBlob: Int) throws {
    guard let worker = try matcher.makeWorker() as? any PatternBasedWorker else {
      throw PatternError(
        .resources, pattern: "", problem: "the matcher's workers take no patterns",
        advice: "search with the plain engine")
    }
    self.forest = forest
    self.maximumBlob = maximumBlob
    self.worker = worker
    patterns = try PatternWorker(matcher.patterns)
  }

  /// - Throws: what the worker threw on any object of the tree.
  func walk(_ tree: DeltaTree, with walker: TreeWalker) throws {
    patterns.beginContents()
    walker.walk(tree, self)
    if let failure { throw failure }
  }

  func visit(_ object: WalkedObject, bytes: Span<UInt8>, runs: Span<CopyRun>) {
    if object.isDuplicate, !object.hasDeltas { return }
    copies.replace(by: runs)
    let base = object.base.map { PatternWorker.Base(slot: $0.slot, size: $0.count) }
    patterns.matches(
      in: bytes, slot: object.hasDeltas ? object.slot : nil, base: base, copies: copies.span,
      into: &found)
    if object.isDuplicate { return }
    if object.kind == .commit { commits.add(object.node, bytes) }
    objects += 1
    result.bytes += bytes.count
    note(object, bytes)
  }

  private func note(_ object: WalkedObject, _ bytes: Span<UInt8>) {
    do {
      let matches = try worker.matches(from: found, in: bytes)
      if !matches.isEmpty {
        result.hits.append(
          ObjectHit(
            object: id(object.node), kind: .init(object.kind), matches: matches,
            excerpts: keeper.excerpts(of: matches, in: bytes)))
      }
      if object.kind == .blob, LFSPointer.isOne(bytes) { result.pointers.append(id(object.node)) }
    } catch {
      failure = failure ?? error
    }
  }

  func miss(_ node: DeltaForest.Node, _ reason: UnreadableObject.Reason) {
    missed.append(id(node))
    if forest.kind(of: node) == .commit { commits.miss(node, reason) }
  }

  private func id(_ node: DeltaForest.Node) -> ObjectID { ObjectID(forest.name(of: node)) }
}

extension [CopiedStretch] {
  /// The same stretches as the pack reader calls them.
  fileprivate mutating func replace(by runs: Span<CopyRun>) {
    removeAll(keepingCapacity: true)
    reserveCapacity(runs.count)
    for index in runs.indices {
      let run = runs[index]
      append(CopiedStretch(source: run.source, destination: run.destination, length: run.length))
    }
  }
}

extension GitHistory.ObjectKind {
  /// The same kind as the pack reader calls it.
  init(_ kind: GitPacks.ObjectKind) {
    switch kind {
    case .blob: self = .blob
    case .commit: self = .commit
    case .tree: self = .tree
    case .tag: self = .tag
    }
  }
}
