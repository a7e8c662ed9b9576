public import GitHistory
import GitPacks

/// Objects of one kind: named one by one, or all that packs hold but for a few, which takes no memory
/// for each.
public struct ObjectList: Sendable, Sequence, Equatable, ExpressibleByArrayLiteral {
  /// What a forest holds of a kind.
  private struct Stored: Sendable {
    var forest: DeltaForest
    var kind: GitPacks.ObjectKind
    /// Of that kind, and not listed.
    var exceptions: Set<ObjectID>
    var count: Int
  }

  private var ids: [ObjectID] = []
  private var stored: Stored?

  init(_ ids: [ObjectID]) { self.ids = ids }

  public init(arrayLiteral elements: ObjectID...) { ids = elements }

  /// All readable objects of a kind, in the order of their names.
  ///
  /// - Parameter exceptions: objects of any kind that are left out.
  init(
    _ kind: GitPacks.ObjectKind, in forest: DeltaForest, without exceptions: Set<ObjectID> = []
  ) {
    let left = exceptions.filter { id in
      forest.node(named: ObjectName(id)).flatMap { forest.kind(of: $0) } == kind
    }
    stored = Stored(
      forest: forest, kind: kind, exceptions: left, count: forest.count(of: kind) - left.count)
  }

  public var count: Int { ids.count + (stored?.count ?? 0) }

  /// The ids, which are made anew for a list of what packs hold; sorted if the named ones are.
  public var all: [ObjectID] {
    guard let stored else { return ids }
    var all: [ObjectID] = []
    all.reserveCapacity(count)
    for node in stored.forest.nodes(of: stored.kind) {
      let id = ObjectID(stored.forest.name(of: node))
      if stored.exceptions.isEmpty || !stored.exceptions.contains(id) { all.append(id) }
    }
    if ids.isEmpty { return all }
    all += ids
    all.sort()
    return all
  }

  public func makeIterator() -> IndexingIterator<[ObjectID]> { all.makeIterator() }

  public static func == (left: ObjectList, right: ObjectList) -> Bool { left.all == right.all }

  mutating func append(_ id: ObjectID) { ids.append(id) }

  static func += (list: inout ObjectList, others: some Sequence<ObjectID>) {
    list.ids += others
  }

  static func += (list: inout ObjectList, others: ObjectList) {
    if list.stored == nil {
      list.stored = others.stored
      list.ids += others.ids
    } else {
      list.ids += others.all
    }
  }

  mutating func sort() { ids.sort() }
}
