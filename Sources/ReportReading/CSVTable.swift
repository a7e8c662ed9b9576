/// Comma-separated values (RFC 4180): a header and rows, quoted fields with commas, quotes and
/// line breaks in them. Rows shorter than the header are filled with empty fields.
public struct CSVTable: Sendable {
  public let header: [String]
  public private(set) var rows: [[String]] = []

  /// - Parameter bytes: UTF-8 without byte-order mark, see ``ReportText``.
  public init(
    _ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ","),
    limits: ReportLimits = ReportLimits()
  ) throws {
    var rows: [[String]] = []
    header = try Self.read(bytes, separator: separator, limits: limits) { _, row in
      rows.append(row)
    }
    self.rows = rows
  }

  /// Hands over the rows one by one, so that a long table need not be in memory.
  ///
  /// - Parameter each: called with the header and the row, which are equally long.
  /// - Returns: the header.
  public static func read(
    _ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ","), limits: ReportLimits = ReportLimits(),
    each: ([String], [String]) throws -> Void
  ) throws -> [String] {
    var scanner = CSVScanner(bytes: bytes, separator: separator, limits: limits)
    guard let header = try scanner.row() else {
      throw ReportError(.empty, "the table is empty")
    }
    var count = 0
    while let row = try scanner.row() {
      if row.count > header.count {
        throw ReportError(
          .malformed, "a row with more fields than the header", at: scanner.position)
      }
      if count == limits.records {
        throw ReportError(.limit, "more than \(limits.records) rows", at: scanner.position)
      }
      count += 1
      try each(header, row + Array(repeating: "", count: header.count - row.count))
    }
    return header
  }

  /// The position of a column by its name.
  public func column(_ name: String) -> Int? { header.firstIndex(of: name) }
}

private struct CSVScanner {
  let bytes: [UInt8]
  let separator: UInt8
  let limits: ReportLimits
  var position = 0

  /// The next row that holds something, nil at the end.
  mutating func row() throws -> [String]? {
    while position < bytes.count, bytes[position] == 0x0a || bytes[position] == 0x0d {
      position += 1
    }
    guard position < bytes.count else { return nil }
    var fields: [String] = []
    while true {
      fields.append(try field())
      if fields.count > 4096 {
        throw ReportError(.limit, "more than 4096 fields in a row", at: position)
      }
      guard position < bytes.count, bytes[position] == separator else { break }
      position += 1
    }
    return fields
  }

  private mutating func field() throws -> String {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try quoted() }
    let start = position
    while position < bytes.count, bytes[position] != separator, bytes[position] != 0x0a,
      bytes[position] != 0x0d
    { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func quoted() throws -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard position < bytes.count, bytes[position] == byte else {
          return try closed(text, start)
        }
        position += 1
      }
      text.append(byte)
      if text.count > limits.stringBytes {
        throw ReportError(.limit, "a field longer than \(limits.stringBytes) bytes", at: start)
      }
    }
    throw ReportError(.malformed, "a quoted field without an end: cut short", at: start)
  }

  private func closed(_ text: [UInt8], _ start: Int) throws -> String {
    if position < bytes.count, bytes[position] != separator, bytes[position] != 0x0a,
      bytes[position] != 0x0d
    {
      throw ReportError(.malformed, "text behind a quoted field", at: position)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
