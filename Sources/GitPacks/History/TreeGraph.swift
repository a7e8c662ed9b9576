/// All trees of a store as a graph of numbers: for each its folders, and those of its files that
/// are looked for or that are not there.
///
/// Objects are nodes of the forest; what trees name and nobody has follows from
/// `DeltaForest.nodeCount` on.
public struct TreeGraph: Sendable {
  private var arenas: [EdgeArena] = []
  private var names = NameList()
  /// For each node 1 + its index in `places`, 0 for one without edges.
  private var indices: [UInt32]
  private var places: [(arena: Int32, place: EdgeArena.Place)] = []
  private let nodeCount: Int
  /// What trees name and the store does not have.
  public private(set) var missing: [ObjectName] = []
  /// Trees whose bytes are none.
  public private(set) var malformed: [DeltaForest.Node] = []

  /// Joins what workers have read.
  public init(_ parts: consuming [TreePart], of forest: DeltaForest) {
    nodeCount = forest.nodeCount
    indices = [UInt32](repeating: 0, count: nodeCount)
    var missingNumbers: [ObjectName: Int32] = [:]
    while let part = parts.popLast() { take(part, &missingNumbers) }
  }

  private mutating func take(
    _ part: consuming TreePart, _ missingNumbers: inout [ObjectName: Int32]
  ) {
    let isFirst = arenas.isEmpty
    let numbers = (0..<part.names.count).map { names.number(part.names.name(Int32($0))) }
    let absent = part.missing.map { name in
      if let known = missingNumbers[name] { return known }
      let number = Int32(nodeCount + missing.count)
      missing.append(name)
      missingNumbers[name] = number
      return number
    }
    for (node, place) in zip(part.nodes, part.places) {
      places.append((Int32(arenas.count), place))
      indices[Int(node)] = UInt32(places.count)
    }
    var arena = EdgeArena()
    swap(&arena, &part.arena)
    if !isFirst || !absent.isEmpty { arena.renumber(names: numbers, missing: absent) }
    arenas.append(arena)
    malformed += part.malformed
  }

  /// One more than the largest number of an object, missing ones included.
  public var numberCount: Int { nodeCount + missing.count }

  /// In the order in which they stand in the tree; none for what is no tree.
  public func edges(of number: Int32) -> ArraySlice<TreeEdge> {
    guard number >= 0, Int(number) < indices.count, indices[Int(number)] > 0 else { return [] }
    let (arena, place) = places[Int(indices[Int(number)]) - 1]
    return arenas[Int(arena)][place]
  }

  /// Edges of one tree that are still to be looked at: plain numbers, so that a walk counts no
  /// references.
  public struct Cursor: Sendable {
    fileprivate var arena: Int32
    fileprivate var chunk: Int32
    fileprivate var next: Int32
    fileprivate var end: Int32
  }

  /// What `edges(of:)` gives, one by one.
  public func cursor(of number: Int32) -> Cursor {
    guard number >= 0, Int(number) < indices.count, indices[Int(number)] > 0 else {
      return Cursor(arena: 0, chunk: 0, next: 0, end: 0)
    }
    let (arena, place) = places[Int(indices[Int(number)]) - 1]
    return Cursor(
      arena: arena, chunk: place.chunk, next: place.start, end: place.start + place.count)
  }

  /// The next edge; nil behind the last one.
  public func next(_ cursor: inout Cursor) -> TreeEdge? {
    guard cursor.next < cursor.end else { return nil }
    defer { cursor.next += 1 }
    return arenas[Int(cursor.arena)].chunks[Int(cursor.chunk)][Int(cursor.next)]
  }

  /// The bytes of an edge's name.
  public func name(_ number: Int32) -> ArraySlice<UInt8> { names.name(number) }
}
