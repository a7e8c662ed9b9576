/// A light walk through TOML text that finds the line of every key, which the parser does not
/// tell. It judges nothing but depth and size: text that it cannot follow is left to the parser,
/// which has the better words. Grammar: toml.io/en/v1.0.0.
struct TOMLKeyScan {
  let file: String
  /// Tables and arrays inside each other, and parts of one dotted key.
  private static let deepest = 32
  private static let mostValues = 1_000_000
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var values = 0
  private let root = KeyPlace(line: 1)

  /// The text is not TOML as far as this walk can tell.
  private enum Stop: Error {
    case lost
    case refused(DocumentError)
  }

  static func places(_ text: String, file: String) throws(DocumentError)
    -> KeyPlace
  {
    var scan = TOMLKeyScan(file: file, bytes: Array(text.utf8))
    do {
      try scan.document()
    } catch Stop.refused(let error) {
      throw error
    } catch {
      try scan.refuseDeepKeys()
    }
    return scan.root
  }

  private init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { at = 3 }
  }

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func step() {
    if byte == 0x0a { line += 1 }
    at += 1
  }

  private mutating func document() throws {
    var current = root
    while true {
      skipBlank(lines: true)
      guard let byte else { return }
      if byte == UInt8(ascii: "[") {
        current = try header()
      } else {
        try pair(in: current, depth: 1)
      }
    }
  }

  private mutating func header() throws -> KeyPlace {
    let start = line
    step()
    let isArray = byte == UInt8(ascii: "[")
    if isArray { step() }
    let names = try key()
    guard byte == UInt8(ascii: "]"), let last = names.last else { throw Stop.lost }
    step()
    if isArray {
      guard byte == UInt8(ascii: "]") else { throw Stop.lost }
      step()
    }
    var place = root
    for name in names.dropLast() { place = place.child(name, line: start).latest }
    try count()
    let table = place.child(last, line: start)
    return isArray ? table.addElement(line: start) : table.latest
  }

  private mutating func pair(in place: KeyPlace, depth: Int) throws {
    let start = line
    var place = place
    for name in try key() { place = place.child(name, line: start).latest }
    guard byte == UInt8(ascii: "=") else { throw Stop.lost }
    step()
    try value(of: place, depth: depth)
  }

  /// The names of a dotted key, up to `=` or `]`.
  private mutating func key() throws -> [String] {
    var names: [String] = []
    while true {
      skipBlank(lines: false)
      guard let byte else { throw Stop.lost }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        names.append(try quoted(mayBeLong: false))
      } else {
        let start = at
        while let byte = self.byte, Self.isBare(byte) { step() }
        guard at > start else { throw Stop.lost }
        names.append(String(decoding: bytes[start..<at], as: UTF8.self))
      }
      guard names.count <= Self.deepest else { throw Stop.refused(tooDeep(line)) }
      skipBlank(lines: false)
      guard self.byte == UInt8(ascii: ".") else { return names }
      step()
    }
  }

  private mutating func value(of place: KeyPlace, depth: Int) throws {
    guard depth <= Self.deepest else { throw Stop.refused(tooDeep(line)) }
    try count()
    skipBlank(lines: false)
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = try quoted(mayBeLong: true)
    case UInt8(ascii: "["): try array(of: place, depth: depth)
    case UInt8(ascii: "{"): try inlineTable(of: place, depth: depth)
    default:
      let start = at
      while let byte, ![0x0a, 0x23, 0x2c, 0x5d, 0x7d].contains(byte) { step() }
      guard at > start else { throw Stop.lost }
    }
  }

  private mutating func array(of place: KeyPlace, depth: Int) throws {
    step()
    while true {
      skipBlank(lines: true)
      guard let byte else { throw Stop.lost }
      if byte == UInt8(ascii: "]") { return step() }
      try value(of: place.addElement(line: line), depth: depth + 1)
      skipBlank(lines: true)
      if self.byte == UInt8(ascii: ",") { step() }
    }
  }

  private mutating func inlineTable(of place: KeyPlace, depth: Int) throws {
    step()
    while true {
      skipBlank(lines: true)
      guard let byte else { throw Stop.lost }
      if byte == UInt8(ascii: "}") { return step() }
      try pair(in: place, depth: depth + 1)
      skipBlank(lines: true)
      if self.byte == UInt8(ascii: ",") { step() }
    }
  }

  /// Steps over a string of any of the four kinds; its text as far as keys need it.
  private mutating func quoted(mayBeLong: Bool) throws -> String {
    guard let quote = byte else { throw Stop.lost }
    let isLong =
      mayBeLong && at + 2 < bytes.count && bytes[at + 1] == quote && bytes[at + 2] == quote
    for _ in 0..<(isLong ? 3 : 1) { step() }
    var text: [UInt8] = []
    while let byte {
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        text += try escape()
      } else if byte != quote {
        if byte == 0x0a, !isLong { throw Stop.lost }
        if !isLong { text.append(byte) }
        step()
      } else if !isLong {
        step()
        return String(decoding: text, as: UTF8.self)
      } else if closesLongString(quote) {
        return ""
      }
    }
    throw Stop.lost
  }

  /// At a quote inside a long string: consumes the run; three to five of them close it.
  private mutating func closesLongString(_ quote: UInt8) -> Bool {
    var run = 0
    while byte == quote, run < 5 {
      step()
      run += 1
    }
    return run >= 3
  }

  private mutating func escape() throws -> [UInt8] {
    step()
    guard let kind = byte else { throw Stop.lost }
    step()
    let digits = kind == UInt8(ascii: "u") ? 4 : kind == UInt8(ascii: "U") ? 8 : 0
    guard digits > 0 else {
      let plain: [UInt8: UInt8] = [0x62: 8, 0x74: 9, 0x6e: 10, 0x66: 12, 0x72: 13]
      return [plain[kind] ?? kind]
    }
    guard at + digits <= bytes.count,
      let code = UInt32(String(decoding: bytes[at..<at + digits], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(code)
    else { throw Stop.lost }
    // TOMLKit hands strings over as C strings: the rest of this one would silently be lost.
    guard code != 0 else {
      throw Stop.refused(
        DocumentError(.syntax, file: file, line: line, "holds a NUL character"))
    }
    at += digits
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func skipBlank(lines: Bool) {
    while let byte {
      switch byte {
      case 0x20, 0x09, 0x0d: step()
      case 0x0a where lines: step()
      case UInt8(ascii: "#") where lines:
        while let byte = self.byte, byte != 0x0a { step() }
      default: return
      }
    }
  }

  private mutating func count() throws {
    values += 1
    guard values <= Self.mostValues else {
      throw Stop.refused(
        DocumentError(
          .tooLarge, file: file, line: line, "holds more than \(Self.mostValues) values"))
    }
  }

  private func tooDeep(_ line: Int) -> DocumentError {
    DocumentError(
      .tooDeep, file: file, line: line, "nests deeper than \(Self.deepest) levels")
  }

  /// The parser recurses once for each part of a dotted key; where this walk lost the thread, no
  /// line may have more dots than keys may have parts.
  private func refuseDeepKeys() throws(DocumentError) {
    for (index, text) in bytes.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated()
    where text.count(where: { $0 == UInt8(ascii: ".") }) > 1000 {
      throw tooDeep(index + 1)
    }
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
      || byte == 0x2d || byte == 0x5f || byte >= 0x80
  }
}
