import ReportReading

/// A file's bytes as text, with what tells formats apart.
struct DecodedFile {
  var name: String
  /// UTF-8 without byte-order mark; white space before the first character is dropped, since some
  /// producers write an empty line before the XML declaration.
  var bytes: [UInt8]
  var limits = ReportLimits()

  init(_ file: EvidenceFile) throws {
    name = file.name
    let text = try ReportText.decode(file.bytes)
    bytes = (text.first ?? 0) > 0x20 ? text : Array(text.drop { $0 <= 0x20 })
  }

  init(name: String, text: String) {
    self.name = name
    bytes = Array(text.utf8)
  }

  var isXML: Bool { bytes.first == UInt8(ascii: "<") }
  var isJSON: Bool { bytes.first == UInt8(ascii: "{") || bytes.first == UInt8(ascii: "[") }

  /// The first line, at most 4096 bytes of it.
  var firstLine: String {
    let line = bytes.prefix(4096).prefix { $0 != 0x0a && $0 != 0x0d }
    return String(decoding: line, as: UTF8.self)
  }

  func json() throws -> JSONValue {
    guard isJSON else { throw EvidenceError("\(name) is not JSON") }
    return try JSONReader.document(bytes, limits: limits)
  }
}
