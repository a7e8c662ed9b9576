@testable import GitPacks

/// Keeps every object, and holds each run against the bytes of the base.
final class CollectingVisitor: ObjectVisitor {
  let forest: DeltaForest
  var objects: [ObjectName: StoredObject] = [:]
  var visits: [ObjectName: Int] = [:]
  var missed: [ObjectName: UnreadableObject.Reason] = [:]
  var falseRuns = 0
  var runBytes = 0
  private var bases: [Int: [UInt8]] = [:]

  init(_ forest: DeltaForest) { self.forest = forest }

  func visit(_ object: WalkedObject, bytes: Span<UInt8>, runs: Span<CopyRun>) {
    let content = bytes.indices.map { bytes[$0] }
    if let base = object.base {
      let source = bases[base.slot] ?? []
      if source.count != base.count { falseRuns += 1 }
      var end: Int32 = 0
      for index in runs.indices {
        let run = runs[index]
        let from = Int(run.source)..<Int(run.source + run.length)
        let to = Int(run.destination)..<Int(run.destination + run.length)
        if run.destination < end || source[from] != content[to] { falseRuns += 1 }
        end = run.destination + run.length
        runBytes += Int(run.length)
      }
    }
    bases[object.slot] = object.hasDeltas ? content : nil
    guard !object.isDuplicate else { return }
    let name = forest.name(of: object.node)
    visits[name, default: 0] += 1
    objects[name] = StoredObject(kind: object.kind, content: content)
  }

  func miss(_ node: DeltaForest.Node, _ reason: UnreadableObject.Reason) {
    missed[forest.name(of: node)] = reason
  }

  /// Walks all trees of a store.
  static func collect(_ objectsPath: String, limits: ReadingLimits = .init(), jobs: Int = 1)
    throws -> CollectingVisitor
  {
    let forest = DeltaForest.build(ObjectStore(objects: objectsPath), limits: limits, jobs: jobs)
    let visitor = CollectingVisitor(forest)
    let walker = try required(TreeWalker(forest, limits: limits))
    for kind in ObjectKind.allCases {
      for tree in forest.trees(of: kind) { walker.walk(tree, visitor) }
    }
    return visitor
  }

  /// All objects that were not vouched for, by either pass.
  var unread: [ObjectName: UnreadableObject.Reason] {
    missed.merging(forest.unreadable.map { ($0.name, $0.reason) }) { first, _ in first }
  }
}
