/// The lines that keys of a TOML document stand on, by full key (`rule[2].pattern`). The library
/// tells lines of syntax errors only; this light scan knows just enough of the grammar to pass over
/// values (toml.io/en/v1.0.0).
struct TOMLLines {
  private(set) var lines: [String: Int] = [:]

  private let text: [UInt8]
  private var at = 0
  private var line = 1
  private var prefix = ""
  private var counts: [String: Int] = [:]

  init(_ text: String) {
    self.text = Array(text.utf8)
    while at < self.text.count { statement() }
  }

  private var byte: UInt8? { at < text.count ? text[at] : nil }

  private mutating func advance() {
    if byte == 0x0a { line += 1 }
    at += 1
  }

  private mutating func skipBlank() {
    while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0d { advance() }
  }

  private mutating func skipLine() {
    while let byte, byte != 0x0a { advance() }
    advance()
  }

  private mutating func statement() {
    skipBlank()
    guard let first = byte else { return }
    if first == 0x0a || first == 0x23 { return skipLine() }
    if first == 0x5b { return header() }
    let start = at
    let key = dottedKey()
    record(join(prefix, key))
    skipBlank()
    if byte == 0x3d {
      advance()
      value()
    }
    if at == start { advance() }
    skipBlank()
    if byte == 0x23 || byte != 0x0a { skipLine() }
  }

  private mutating func header() {
    advance()
    let isArray = byte == 0x5b
    if isArray { advance() }
    let key = resolved(dottedKey())
    if isArray {
      let index = counts[key, default: 0]
      counts[key] = index + 1
      record(key)
      prefix = "\(key)[\(index)]"
    } else {
      prefix = key
    }
    record(prefix)
    skipLine()
  }

  /// A header below an array of tables belongs to its last element.
  private func resolved(_ key: String) -> String {
    var path = ""
    for part in key.split(separator: ".") {
      path = join(path, String(part))
      if let count = counts[path], path != key { path += "[\(count - 1)]" }
    }
    return path
  }

  private func join(_ left: String, _ right: String) -> String {
    left.isEmpty ? right : left + "." + right
  }

  private mutating func record(_ key: String) { if lines[key] == nil { lines[key] = line } }

  private mutating func dottedKey() -> String {
    var parts: [String] = []
    while true {
      skipBlank()
      if byte == 0x22 || byte == 0x27 {
        let start = at + 1
        string()
        parts.append(String(decoding: text[start..<max(start, at - 1)], as: UTF8.self))
      } else {
        let start = at
        while let byte, isBare(byte) { advance() }
        parts.append(String(decoding: text[start..<at], as: UTF8.self))
      }
      skipBlank()
      guard byte == 0x2e else { break }
      advance()
    }
    return parts.joined(separator: ".")
  }

  private func isBare(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
      || byte == 0x2d || byte == 0x5f
  }

  /// Passes over a value; brackets are counted, not parsed, so depth costs nothing.
  private mutating func value() {
    var depth = 0
    while let byte {
      switch byte {
      case 0x22, 0x27: string()
      case 0x5b, 0x7b:
        depth += 1
        advance()
      case 0x5d, 0x7d:
        depth -= 1
        advance()
      case 0x23:
        if depth == 0 { return }
        while let next = self.byte, next != 0x0a {
          _ = next
          advance()
        }
      case 0x0a:
        if depth <= 0 { return }
        advance()
      default: advance()
      }
    }
  }

  private mutating func string() {
    guard let quote = byte else { return }
    let long = at + 2 < text.count && text[at + 1] == quote && text[at + 2] == quote
    for _ in 0..<(long ? 3 : 1) { advance() }
    while let byte {
      if byte == 0x5c, quote == 0x22 {
        advance()
        advance()
        continue
      }
      if byte == quote {
        if !long {
          advance()
          return
        }
        if at + 2 < text.count, text[at + 1] == quote, text[at + 2] == quote {
          for _ in 0..<3 { advance() }
          while self.byte == quote { advance() }
          return
        }
      }
      if byte == 0x0a, !long { return }
      advance()
    }
  }
}
