/// Paths as tools report them, made relative to the repository's root with `/`.
enum ReportPath {
  /// - Parameter root: the absolute folder that is taken off; nil: absolute paths stay absolute.
  static func normalised(_ path: String, root: String? = nil) -> String {
    if isPlain(path) { return path }
    var text = path
    if text.lowercased().hasPrefix("file:") { text = fromURL(text) }
    text = String(decoding: text.utf8.map { $0 == 0x5c ? 0x2f : $0 }, as: UTF8.self)
    let isAbsolute = text.hasPrefix("/")
    let clean = folded(text, isAbsolute: isAbsolute)
    guard isAbsolute, let root else { return clean }
    let base = folded(root, isAbsolute: true)
    if clean == base { return "." }
    let prefix = base == "/" ? base : base + "/"
    return clean.hasPrefix(prefix) ? String(clean.dropFirst(prefix.count)) : clean
  }

  /// Relative, and nothing in it that could be written in another way.
  private static func isPlain(_ path: String) -> Bool {
    var last = UInt8(ascii: "/")
    for byte in path.utf8 {
      let isPart = last == UInt8(ascii: "/")
      if byte == 0x5c || byte == 0x3a || (isPart && (byte == 0x2f || byte == 0x2e)) { return false }
      last = byte
    }
    return last != UInt8(ascii: "/")
  }

  /// `file:///a/b`, `file://host/a`, `file:a/b`.
  private static func fromURL(_ url: String) -> String {
    var rest = url.dropFirst(5)
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      if !rest.hasPrefix("/") { rest = rest.drop { $0 != "/" } }
    }
    let path = percentDecoded(String(rest))
    // file:///C:/a is C:/a.
    let bytes = Array(path.utf8.prefix(3))
    let isDrive = bytes.count == 3 && bytes[0] == 0x2f && bytes[2] == 0x3a
    return isDrive ? String(path.dropFirst()) : path
  }

  /// Without empty and `.` parts, `..` taken back where it can be.
  private static func folded(_ path: String, isAbsolute: Bool) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
  }

  /// `%20` and the like resolved; what is no valid escape stays.
  static func percentDecoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(0x25) else { return text }
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == 0x25, position + 2 < bytes.count,
        let high = digit(bytes[position + 1]), let low = digit(bytes[position + 2])
      {
        result.append(high << 4 | low)
        position += 3
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
