/// For each node where its edges are, in one word: chunk, start and count.
struct EdgePlaces: Sendable {
  private static let startBits: UInt64 = 20
  private static let countBits: UInt64 = 20
  private static let mostChunks = 1 << 24 - 1
  /// Stands for a place in `large`.
  private static let isLarge = UInt64.max

  /// 0 for a node without edges.
  private var words: [UInt64]
  /// Places whose numbers do not fit.
  private var large: [Int32: EdgeArena.Place] = [:]

  init(count: Int) { words = [UInt64](repeating: 0, count: count) }

  /// - Parameter place: of one edge at least.
  mutating func set(_ place: EdgeArena.Place, of node: Int32) {
    guard place.start < 1 << Self.startBits, place.count < 1 << Self.countBits,
      place.chunk < Self.mostChunks
    else {
      words[Int(node)] = Self.isLarge
      large[node] = place
      return
    }
    words[Int(node)] =
      (UInt64(place.chunk) << Self.startBits | UInt64(place.start)) << Self.countBits
      | UInt64(place.count)
  }

  @inline(__always)
  subscript(node: Int32) -> EdgeArena.Place? {
    guard node >= 0, Int(node) < words.count else { return nil }
    let word = words[Int(node)]
    if word == 0 { return nil }
    if word == Self.isLarge { return large[node] }
    return EdgeArena.Place(
      chunk: Int32(truncatingIfNeeded: word >> (Self.startBits + Self.countBits)),
      start: Int32(truncatingIfNeeded: word >> Self.countBits & (1 << Self.startBits - 1)),
      count: Int32(truncatingIfNeeded: word & (1 << Self.countBits - 1)))
  }
}
