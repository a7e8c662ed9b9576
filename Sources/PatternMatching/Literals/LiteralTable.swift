/// Finds literals without any library, ready in less than a millisecond: each literal hangs at its
/// rarest pair of bytes in a table of all pairs.
///
/// Immutable once built.
@safe final class LiteralTable: @unchecked Sendable {
  /// A literal as two words under masks.
  private struct Entry {
    var low: UInt64
    var high: UInt64
    var lowMask: UInt64
    var highMask: UInt64
    /// Sets the case bit of letters whose case does not count.
    var lowFold: UInt64
    var highFold: UInt64
    var id: Int32
    var length: Int32
    /// Where in the literal its pair stands.
    var offset: Int32
    /// Entries of one pair are neighbours.
    var pair: Int32
  }

  // Written in `init` only, so that sharing is safe.
  private let buckets: UnsafeMutablePointer<UInt32>
  private let entries: UnsafeMutablePointer<Entry>
  private let folding: UnsafeMutablePointer<UInt8>

  /// - Parameter pairOffsets: of ``rarestPair(of:)``.
  init(_ literals: [SearchedLiteral], pairOffsets: [UInt8]) {
    unsafe folding = .allocate(capacity: 256)
    for byte in 0..<256 {
      let letter = ByteSet.letters.contains(UInt8(byte))
      unsafe folding[byte] = UInt8(byte) | (letter ? 0x20 : 0)
    }
    var pairs: [Int] = []
    pairs.reserveCapacity(literals.count)
    for (literal, offset) in zip(literals, pairOffsets) {
      let (first, second) = (literal.bytes[Int(offset)], literal.bytes[Int(offset) + 1])
      unsafe pairs.append(Int(folding[Int(first)]) << 8 | Int(folding[Int(second)]))
    }
    // Dealt out by pair, in the order of their numbers; the last one ends every bucket.
    unsafe entries = .allocate(capacity: literals.count + 1)
    unsafe buckets = .allocate(capacity: 1 << 16)
    unsafe buckets.initialize(repeating: 0, count: 1 << 16)
    var next = [Int32](repeating: 0, count: (1 << 16) + 1)
    for pair in pairs { next[pair + 1] += 1 }
    for pair in 0..<(1 << 16) { next[pair + 1] += next[pair] }
    for (id, literal) in literals.enumerated() {
      let place = Int(next[pairs[id]])
      next[pairs[id]] += 1
      let isFirst = unsafe buckets[pairs[id]] == 0
      if isFirst { unsafe buckets[pairs[id]] = UInt32(place + 1) }
      unsafe (entries + place).initialize(
        to: Self.entry(literal, id: id, offset: Int(pairOffsets[id]), pair: pairs[id]))
    }
    var end = Self.entry(
      SearchedLiteral(bytes: [0, 0], isCaseless: false), id: -1, offset: 0, pair: 0)
    end.pair = -1
    unsafe (entries + literals.count).initialize(to: end)
  }

  deinit {
    unsafe buckets.deallocate()
    unsafe entries.deallocate()
    unsafe folding.deallocate()
  }

  /// Calls the search for every literal that stands whole in `low..<high`, in no exact order.
  func scan(_ search: UnsafeMutablePointer<AnchorSearch>, from low: Int, to high: Int) {
    let content = unsafe search.pointee.content
    let size = unsafe search.pointee.size
    guard high - low >= 2 else { return }
    var pair = unsafe Int(folding[Int(content[low])])
    var index = low
    while index + 1 < high {
      pair = unsafe (pair << 8 | Int(folding[Int(content[index + 1])])) & 0xffff
      let bucket = unsafe buckets[pair]
      if bucket != 0 {
        var at = Int(bucket) - 1
        while unsafe Int(entries[at].pair) == pair {
          unsafe check(entries + at, index, low, high, size, search)
          at += 1
        }
      }
      index += 1
    }
  }

  @inline(__always)
  private func check(
    _ entry: UnsafePointer<Entry>, _ index: Int, _ low: Int, _ high: Int, _ size: Int,
    _ search: UnsafeMutablePointer<AnchorSearch>
  ) {
    let start = index - Int(unsafe entry.pointee.offset)
    guard start >= low, start + Int(unsafe entry.pointee.length) <= high else { return }
    let (first, second) = unsafe Self.words(search.pointee.content + start, size - start)
    let low = unsafe (first & entry.pointee.lowMask) | entry.pointee.lowFold
    guard unsafe low == entry.pointee.low else { return }
    let high = unsafe (second & entry.pointee.highMask) | entry.pointee.highFold
    guard unsafe high == entry.pointee.high else { return }
    unsafe AnchorSearch.hit(search, literal: Int(entry.pointee.id), start: start)
  }

  /// Sixteen bytes, zeros behind the end.
  @inline(__always)
  private static func words(_ bytes: UnsafePointer<UInt8>, _ available: Int) -> (UInt64, UInt64) {
    let raw = unsafe UnsafeRawPointer(bytes)
    if available >= 16 {
      return unsafe (
        raw.loadUnaligned(as: UInt64.self), raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      )
    }
    var (low, high) = (UInt64(0), UInt64(0))
    for index in 0..<min(available, 16) {
      let byte = unsafe UInt64(bytes[index])
      if index < 8 {
        low |= byte << UInt64(8 * index)
      } else {
        high |= byte << UInt64(8 * index - 64)
      }
    }
    return (low, high)
  }

  /// Where the two bytes of a literal stand that are rarest together.
  static func rarestPair(of literal: SearchedLiteral) -> UInt8 {
    let folded = literal.bytes.map { ByteSet.letters.contains($0) ? $0 | 0x20 : $0 }
    var best = (offset: 0, cost: Double.infinity)
    for offset in 0..<(folded.count - 1) {
      let cost = ByteFrequency.hitsPerMegabyte(folded[offset...(offset + 1)], isCaseless: true)
      guard cost < best.cost else { continue }
      best = (offset, cost)
    }
    return UInt8(best.offset)
  }

  private static func entry(_ literal: SearchedLiteral, id: Int, offset: Int, pair: Int) -> Entry {
    var words = SIMD2<UInt64>.zero
    var masks = SIMD2<UInt64>.zero
    var folds = SIMD2<UInt64>.zero
    for (index, byte) in literal.bytes.enumerated() {
      let (word, shift) = (index / 8, UInt64(index % 8 * 8))
      words[word] |= UInt64(byte) << shift
      masks[word] |= 0xff << shift
      if literal.isCaseless, ByteSet.letters.contains(byte) { folds[word] |= 0x20 << shift }
    }
    return Entry(
      low: words[0], high: words[1], lowMask: masks[0], highMask: masks[1], lowFold: folds[0],
      highFold: folds[1], id: Int32(id), length: Int32(literal.bytes.count), offset: Int32(offset),
      pair: Int32(pair))
  }
}
