/// The edges of many trees, in pieces that never move: an array that doubles would need the memory
/// of all of them once more.
struct EdgeArena: Sendable {
  /// Where the edges of one tree are.
  struct Place: Sendable {
    var chunk: Int32
    var start: Int32
    var count: Int32
  }

  private static let chunk = 1 << 16

  private(set) var chunks: [[TreeEdge]] = []

  subscript(place: Place) -> ArraySlice<TreeEdge> {
    chunks[Int(place.chunk)][Int(place.start)..<Int(place.start + place.count)]
  }

  /// Keeps some edges; a tree with more than a chunk's has a chunk of its own.
  mutating func add(_ edges: UnsafeBufferPointer<TreeEdge>) -> Place {
    let count = edges.count
    if (chunks.last.map { $0.capacity - $0.count } ?? 0) < count {
      var chunk: [TreeEdge] = []
      chunk.reserveCapacity(max(Self.chunk, count))
      chunks.append(chunk)
    }
    let last = chunks.count - 1
    let start = chunks[last].count
    unsafe chunks[last].append(contentsOf: edges)
    return Place(chunk: Int32(last), start: Int32(start), count: Int32(count))
  }

  /// Gives names and missing objects the numbers that all workers share.
  mutating func renumber(names: [Int32], missing: [Int32]) {
    for chunk in chunks.indices {
      for index in chunks[chunk].indices {
        let edge = chunks[chunk][index]
        chunks[chunk][index].label = names[Int(edge.label >> 1)] << 1 | edge.label & 1
        if edge.child < 0 { chunks[chunk][index].child = missing[Int(-1 - edge.child)] }
      }
    }
  }
}
