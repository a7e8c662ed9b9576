/// Line and column of a part of a content.
struct ContentPosition: Hashable, Sendable {
  /// From 1.
  var line: Int
  /// From 1, in Unicode code points.
  var column: Int
  var endLine: Int

  /// The positions of all parts, in their order, found in one pass: there may be many in a file of
  /// one long line.
  static func positions(of parts: [Range<Int>], in content: Span<UInt8>) -> [ContentPosition] {
    var positions = [ContentPosition](
      repeating: ContentPosition(line: 1, column: 1, endLine: 1), count: parts.count)
    var (offset, line, column) = (0, 1, 1)
    for number in ascending(parts) {
      let part = parts[number]
      let end = min(part.lowerBound, content.count)
      // Whole lines are counted in bulk, code points on the last one only.
      let lineStart = start(ofLineAt: end, from: offset, in: content)
      if lineStart > offset {
        line += ContentBytes.lineFeeds(offset..<lineStart, of: content)
        (offset, column) = (lineStart, 1)
      }
      column += ContentBytes.codePoints(offset..<end, of: content)
      offset = end
      // What ends with a line feed ends on its line.
      let last = max(end, min(part.upperBound - 1, content.count))
      let endLine = line + ContentBytes.lineFeeds(end..<last, of: content)
      positions[number] = ContentPosition(line: line, column: column, endLine: endLine)
    }
    return positions
  }

  /// The numbers of the parts by where they begin; mostly they are in order.
  private static func ascending(_ parts: [Range<Int>]) -> [Int] {
    let numbers = Array(parts.indices)
    let isOrdered = zip(parts, parts.dropFirst()).allSatisfy { $0.lowerBound <= $1.lowerBound }
    return isOrdered ? numbers : numbers.sorted { parts[$0].lowerBound < parts[$1].lowerBound }
  }

  private static func start(ofLineAt end: Int, from offset: Int, in content: Span<UInt8>) -> Int {
    var start = end
    while start > offset, content[start - 1] != 0x0a { start -= 1 }
    return start
  }
}
