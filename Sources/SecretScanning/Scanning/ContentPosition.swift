/// Lines and columns of a content.
struct ContentPosition {
  /// From 1.
  var line: Int
  /// From 1, in Unicode code points.
  var column: Int
  var endLine: Int

  /// The place of a part of `content`; lines end with LF.
  init(of part: Range<Int>, in content: Span<UInt8>) {
    var (line, start) = (1, 0)
    for index in 0..<min(part.lowerBound, content.count) where content[index] == 0x0a {
      line += 1
      start = index + 1
    }
    var column = 1
    for index in start..<max(start, min(part.lowerBound, content.count))
    where content[index] & 0xc0 != 0x80 {
      column += 1
    }
    var endLine = line
    for index in part.lowerBound..<max(part.lowerBound, min(part.upperBound, content.count) - 1)
    where content[index] == 0x0a {
      endLine += 1
    }
    self.line = line
    self.column = column
    self.endLine = endLine
  }
}
