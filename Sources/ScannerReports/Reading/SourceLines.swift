/// Lines of a source file.
enum SourceLines {
  /// A statement longer than this is told apart well enough by its beginning.
  private static let mostLines = 50

  /// The lines from `first` to `last`, from 1; nil where the file does not have them.
  static func text(_ source: [UInt8], from first: Int, to last: Int) -> String? {
    range(source, from: first, to: last).map { String(decoding: source[$0], as: UTF8.self) }
  }

  /// Where the lines stand.
  static func range(_ source: [UInt8], from first: Int, to last: Int) -> Range<Int>? {
    guard first >= 1, last >= first else { return nil }
    let wanted = min(last - first, mostLines - 1) + 1
    var line = 1
    var start = 0
    while line < first {
      guard let end = source[start...].firstIndex(of: 0x0a) else { return nil }
      start = end + 1
      line += 1
    }
    var end = start
    for _ in 0..<wanted {
      guard end < source.count else { break }
      end = source[end...].firstIndex(of: 0x0a).map { $0 + 1 } ?? source.count
    }
    return start < end ? start..<end : nil
  }
}
