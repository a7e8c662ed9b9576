/// The words of a piece of HTML.
enum HTMLText {
  private static let entities = [
    "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&apos;": "'", "&#39;": "'", "&nbsp;": " ",
    "&amp;": "&",
  ]

  /// Tags taken out; an end of a paragraph, line or item becomes a line's end. What is left is
  /// text: it may look like markup again and must be escaped where it is shown.
  static func plain(_ html: String) -> String {
    guard html.utf8.contains(0x3c) || html.utf8.contains(0x26) else { return html }
    var result: [UInt8] = []
    let bytes = Array(html.utf8)
    var position = 0
    while position < bytes.count {
      if bytes[position] == 0x3c, position + 1 < bytes.count, isTag(bytes[position + 1]),
        let end = bytes[position...].prefix(2048).firstIndex(of: 0x3e)
      {
        if isBreak(bytes[(position + 1)..<end]) { result.append(0x0a) }
        position = end + 1
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    var text = String(decoding: result, as: UTF8.self)
    for entity in ["&lt;", "&gt;", "&quot;", "&apos;", "&#39;", "&nbsp;", "&amp;"]
    where text.utf8.contains(0x26) {
      text = text.replacing(entity, with: entities[entity] ?? "")
    }
    return text
  }

  private static func isTag(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte | 0x20) || byte == 0x2f || byte == 0x21
  }

  private static func isBreak(_ tag: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: tag.prefix(4), as: UTF8.self).lowercased()
    return ["br", "/p", "/li", "p", "/div"].contains { name.hasPrefix($0) }
  }

  /// Addresses within a text or its paragraphs.
  static func links(_ html: String) -> [String] {
    plain(html).split { $0.isWhitespace || $0 == "\"" || $0 == "'" || $0 == "<" || $0 == ">" }
      .filter { $0.hasPrefix("https://") || $0.hasPrefix("http://") }.map(String.init)
  }
}
