/// Line and column of a part of a content.
struct ContentPosition: Hashable, Sendable {
  /// From 1.
  var line: Int
  /// From 1, in Unicode code points.
  var column: Int
  var endLine: Int

  /// The positions of all parts, in one pass: there may be many in a file of one long line.
  static func positions(of parts: [Range<Int>], in content: Span<UInt8>)
    -> [Range<Int>: ContentPosition]
  {
    var positions: [Range<Int>: ContentPosition] = [:]
    var (offset, line, column) = (0, 1, 1)
    for part in parts.sorted(by: { $0.lowerBound < $1.lowerBound }) where positions[part] == nil {
      let end = min(part.lowerBound, content.count)
      // Whole lines are counted in bulk, code points on the last one only.
      let lineStart = start(ofLineAt: end, from: offset, in: content)
      if lineStart > offset {
        line += ContentBytes.lineFeeds(offset..<lineStart, of: content)
        (offset, column) = (lineStart, 1)
      }
      while offset < end {
        if content[offset] & 0xc0 != 0x80 { column += 1 }
        offset += 1
      }
      var endLine = line
      for index in part.dropLast() where index < content.count && content[index] == 0x0a {
        endLine += 1
      }
      positions[part] = ContentPosition(line: line, column: column, endLine: endLine)
    }
    return positions
  }

  private static func start(ofLineAt end: Int, from offset: Int, in content: Span<UInt8>) -> Int {
    var start = end
    while start > offset, content[start - 1] != 0x0a { start -= 1 }
    return start
  }
}
