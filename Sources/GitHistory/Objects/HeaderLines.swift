/// The `key value` lines at the front of a commit or tag, up to the empty one.
enum HeaderLines {
  static func parse(_ bytes: Span<UInt8>) -> [(key: String, value: [UInt8])] {
    var lines: [(key: String, value: [UInt8])] = []
    var position = 0
    while position < bytes.count, bytes[position] != 0x0a {
      let end = bytes.first(0x0a, in: position..<bytes.count) ?? bytes.count
      let space = bytes.first(0x20, in: position..<end) ?? end
      let key = String(decoding: bytes.copied(position..<space), as: UTF8.self)
      lines.append((key, bytes.copied(min(space + 1, end)..<end)))
      position = end + 1
    }
    return lines
  }
}
