/// Foreign text cut to what a finding needs, with control characters made visible.
enum Words {
  private static let longestLine = 500
  private static let longestText = 4000

  /// One line: white space collapsed, at most 500 bytes.
  static func line(_ text: String) -> String { clean(text, longestLine, keepsLines: false) }

  /// Several lines, at most 4,000 bytes.
  static func text(_ text: String) -> String { clean(text, longestText, keepsLines: true) }

  private static func clean(_ text: String, _ limit: Int, keepsLines: Bool) -> String {
    if isClean(text, limit) { return text }
    var result: [UInt8] = []
    result.reserveCapacity(min(limit, text.utf8.count))
    var pendingSpace: UInt8?
    for byte in text.utf8 {
      if byte <= 0x20 || byte == 0x7f {
        let isLine = byte == 0x0a && keepsLines
        if byte > 0x20 || (byte < 0x20 && byte != 0x09 && byte != 0x0a && byte != 0x0d) { continue }
        pendingSpace = isLine || pendingSpace == 0x0a ? 0x0a : 0x20
        continue
      }
      if let space = pendingSpace, !result.isEmpty { result.append(space) }
      pendingSpace = nil
      result.append(byte)
      if result.count >= limit { return cut(result, limit) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Most texts: short enough, single spaces between words, none at the ends.
  private static func isClean(_ text: String, _ limit: Int) -> Bool {
    guard text.utf8.count < limit else { return false }
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7f || (byte == 0x20 && last == 0x20) { return false }
      last = byte
    }
    return last != 0x20 || text.isEmpty
  }

  /// Cut before the character that passes the limit.
  private static func cut(_ bytes: [UInt8], _ limit: Int) -> String {
    var end = min(bytes.count, limit)
    while end > 0, bytes[end - 1] & 0xc0 == 0x80 { end -= 1 }
    if end > 0, bytes[end - 1] >= 0xc0 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self) + "…"
  }
}
