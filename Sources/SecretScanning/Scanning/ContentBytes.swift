/// Bulk work on the bytes of a content.
enum ContentBytes {
  /// A part as an array of its own.
  static func copy(_ range: Range<Int>, of content: Span<UInt8>) -> [UInt8] {
    unsafe content.withUnsafeBufferPointer { unsafe Array($0[range]) }
  }

  /// Line feeds in a part, eight bytes at a time.
  static func lineFeeds(_ range: Range<Int>, of content: Span<UInt8>) -> Int {
    unsafe content.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      let (ones, rest): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x7f7f_7f7f_7f7f_7f7f)
      var (index, total) = (range.lowerBound, 0)
      while range.upperBound - index >= 8 {
        let word = unsafe UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
        let zeroAtFeed = word ^ (ones &* 0x0a)
        // The top bit of a byte stays clear only where the byte is zero.
        let others = ((zeroAtFeed & rest) &+ rest) | zeroAtFeed | rest
        total += (~others).nonzeroBitCount
        index += 8
      }
      while index < range.upperBound {
        if unsafe base[index] == 0x0a { total += 1 }
        index += 1
      }
      return total
    }
  }
}
