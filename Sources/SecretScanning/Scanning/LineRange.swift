/// Lines of a content, by number.
enum LineRange {
  /// The bytes of a line without its end; empty behind the last one.
  static func of(_ line: Int, in bytes: [UInt8]) -> Range<Int> {
    var start = bytes.startIndex
    for _ in 1..<max(line, 1) {
      guard let end = bytes[start...].firstIndex(of: 0x0a) else {
        return bytes.endIndex..<bytes.endIndex
      }
      start = end + 1
    }
    return start..<(bytes[start...].firstIndex(of: 0x0a) ?? bytes.endIndex)
  }
}
