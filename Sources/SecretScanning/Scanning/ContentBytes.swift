/// Bulk work on the bytes of a content.
enum ContentBytes {
  /// A part as an array of its own.
  static func copy(_ range: Range<Int>, of content: Span<UInt8>) -> [UInt8] {
    unsafe content.withUnsafeBufferPointer { unsafe Array($0[range]) }
  }

  /// Feeds a hasher all at once: an array feeds it byte by byte.
  static func hash(_ bytes: [UInt8], into hasher: inout Hasher) {
    hasher.combine(bytes.count)
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }

  /// Line feeds in a part.
  static func lineFeeds(_ range: Range<Int>, of content: Span<UInt8>) -> Int {
    count(0x0a, under: 0xff, in: range, of: content)
  }

  /// Unicode code points that begin in a part.
  static func codePoints(_ range: Range<Int>, of content: Span<UInt8>) -> Int {
    // All but the bytes that go on with one.
    range.count - count(0x80, under: 0xc0, in: range, of: content)
  }

  /// Bytes that are looked at at once, with a counter for each.
  private typealias Block = SIMD16<UInt8>

  /// Bytes of a part that are a value under a mask.
  @inline(__always)
  private static func count(
    _ value: UInt8, under mask: UInt8, in range: Range<Int>, of content: Span<UInt8>
  ) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= content.count)
    return unsafe content.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      let size = Block.scalarCount
      let (values, masks) = (Block(repeating: value), Block(repeating: mask))
      var (index, total) = (range.lowerBound, 0)
      while range.upperBound - index >= size {
        // As many blocks as a counter of one byte can count.
        let blocks = min((range.upperBound - index) / size, Int(UInt8.max))
        var counters = Block.zero
        for _ in 0..<blocks {
          let block = unsafe (base + index).loadUnaligned(as: Block.self) & masks
          counters &+= Block.zero.replacing(with: 1, where: block .== values)
          index &+= size
        }
        for number in counters.indices { total += Int(counters[number]) }
      }
      while index < range.upperBound {
        if unsafe bytes[index] & mask == value { total += 1 }
        index += 1
      }
      return total
    }
  }
}
