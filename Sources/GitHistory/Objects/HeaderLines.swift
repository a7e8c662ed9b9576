/// The `key value` lines at the front of a commit or tag, up to the empty one: where they stand, so
/// that nothing is copied that nobody asks for.
struct HeaderLines {
  private var position = 0

  /// Nil behind the last line.
  mutating func next(in bytes: Span<UInt8>) -> (key: Range<Int>, value: Range<Int>)? {
    let start = position
    guard start < bytes.count, bytes[start] != 0x0a else { return nil }
    let end = bytes.first(0x0a, in: start..<bytes.count) ?? bytes.count
    let space = bytes.first(0x20, in: start..<end) ?? end
    position = end + 1
    return (start..<space, min(space + 1, end)..<end)
  }
}
