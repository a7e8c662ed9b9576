/// Refuses what the parser would recurse or multiply on, before it sees the text.
enum YAMLGuard {
  private static let deepest = 64

  static func check(_ text: String, file: String) throws(DocumentError) {
    var line = 1
    var open = 0
    var leading = 0
    var isLeading = true
    var last: UInt8 = 0x0a
    // The last byte before `last` that is no blank: a node starts after one of these only.
    var opener: UInt8 = 0x0a
    for byte in text.utf8 {
      switch byte {
      case 0x0a:
        (leading, isLeading) = (0, true)
        line += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
      default: break
      }
      // Each level of block nesting takes a column: `- - - x` is three in five.
      if isLeading, byte != 0x0a {
        isLeading = [0x20, 0x09, 0x2d, 0x3a, 0x3f].contains(byte)
        leading += isLeading ? 1 : 0
      }
      let opensWord = (0x30...0x39).contains(byte) || (0x41...0x7a).contains(byte)
      if last == UInt8(ascii: "&") || last == UInt8(ascii: "*"), opensWord,
        [0x0a, 0x2d, 0x3a, 0x3f, 0x5b, 0x7b, 0x2c].contains(opener)
      {
        throw DocumentError(
          .invalid, file: file, line: line,
          "holds an anchor or alias (& or *), which is not read; write the value out")
      }
      guard open <= deepest, leading <= deepest * 4 else {
        throw DocumentError(
          .tooDeep, file: file, line: line, "nests deeper than \(deepest) levels")
      }
      if last != 0x20, last != 0x09 { opener = last }
      last = byte
    }
  }
}
