/// All trees of a store as a graph of numbers: for each its folders, and those of its files that
/// are looked for or that are not there.
///
/// Objects are nodes of the forest; what trees name and nobody has follows from
/// `DeltaForest.nodeCount` on.
public struct TreeGraph: Sendable {
  /// The edges of all, as the workers have kept them.
  private(set) var chunks: [[TreeEdge]] = []
  private var names = NameList()
  private var places: EdgePlaces
  private let nodeCount: Int
  /// What trees name and the store does not have.
  public private(set) var missing: [ObjectName] = []
  /// Trees whose bytes are none.
  public private(set) var malformed: [DeltaForest.Node] = []
  /// Objects that trees name as something else than they are; also those whose kind the forest does
  /// not know.
  public private(set) var misnamed: [MisnamedNode] = []

  /// Joins what workers have read.
  public init(_ parts: consuming [TreePart], of forest: DeltaForest) {
    nodeCount = forest.nodeCount
    places = EdgePlaces(count: nodeCount)
    var missingNumbers: [ObjectName: Int32] = [:]
    var (folders, files) = (NodeSet(count: nodeCount), NodeSet(count: nodeCount))
    // The first one keeps its numbers: the largest.
    parts.sort { $0.nodes.count < $1.nodes.count }
    while let part = parts.popLast() {
      folders.formUnion(part.folders)
      files.formUnion(part.files)
      take(part, &missingNumbers)
    }
    folders.visit { look(at: $0, isFolder: true, forest) }
    files.visit { look(at: $0, isFolder: false, forest) }
  }

  private mutating func look(at node: Int32, isFolder: Bool, _ forest: DeltaForest) {
    if forest.kind(of: node) == (isFolder ? .tree : .blob) { return }
    misnamed.append(MisnamedNode(node: node, isFolder: isFolder))
  }

  private mutating func take(
    _ part: consuming TreePart, _ missingNumbers: inout [ObjectName: Int32]
  ) {
    let isFirst = names.count == 0
    let numbers = (0..<part.names.count).map { names.number(part.names.name(Int32($0))) }
    let absent = part.missing.map { name in
      if let known = missingNumbers[name] { return known }
      let number = Int32(nodeCount + missing.count)
      missing.append(name)
      missingNumbers[name] = number
      return number
    }
    for (node, place) in zip(part.nodes, part.places) {
      var place = place
      place.chunk += Int32(chunks.count)
      places.set(place, of: node)
    }
    var arena = EdgeArena()
    swap(&arena, &part.arena)
    if !isFirst || !absent.isEmpty { arena.renumber(names: numbers, missing: absent) }
    chunks += arena.chunks
    malformed += part.malformed
  }

  /// One more than the largest number of an object, missing ones included.
  public var numberCount: Int { nodeCount + missing.count }

  /// In the order in which they stand in the tree; none for what is no tree.
  public func edges(of number: Int32) -> ArraySlice<TreeEdge> {
    guard let place = place(of: number) else { return [] }
    return chunks[Int(place.chunk)][Int(place.start)..<Int(place.start + place.count)]
  }

  /// Where in `chunks` the edges of an object are; nil for one without.
  @inline(__always)
  func place(of number: Int32) -> EdgeArena.Place? { places[number] }

  /// The bytes of an edge's name.
  public func name(_ number: Int32) -> ArraySlice<UInt8> { names.name(number) }
}
