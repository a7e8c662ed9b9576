/// The bytes of a report as UTF-8 without byte-order mark, however they came.
///
/// gzip is unpacked; UTF-16 with a byte-order mark (what Windows PowerShell writes) is converted.
/// Invalid UTF-8 is no error, since tools copy bytes of source files into their reports: each
/// invalid sequence becomes U+FFFD where a string is made of it.
public enum ReportText {
  public static func decode(_ bytes: [UInt8], limits: ReportLimits = ReportLimits()) throws
    -> [UInt8]
  {
    guard bytes.count <= limits.bytes else {
      throw ReportError(.limit, "the report is larger than \(limits.bytes) bytes")
    }
    let isGzip = bytes.count >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b
    let plain = isGzip ? try Inflation.gunzip(bytes, limit: limits.inflatedBytes) : bytes
    let text = try withoutMark(plain)
    guard text.contains(where: { $0 > 0x20 }) else {
      throw ReportError(.empty, "the report is empty")
    }
    return text
  }

  private static func withoutMark(_ bytes: [UInt8]) throws -> [UInt8] {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return Array(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xff, 0xfe]) { return try utf16(bytes, low: 0, high: 1) }
    if bytes.starts(with: [0xfe, 0xff]) { return try utf16(bytes, low: 1, high: 0) }
    return bytes
  }

  private static func utf16(_ bytes: [UInt8], low: Int, high: Int) throws -> [UInt8] {
    guard bytes.count.isMultiple(of: 2) else {
      throw ReportError(.encoding, "UTF-16 with an odd number of bytes: cut short")
    }
    let units = stride(from: 2, to: bytes.count, by: 2).lazy.map {
      UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + high]) << 8
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2)
    // Lone surrogates become U+FFFD, as invalid UTF-8 does.
    _ = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) {
      text.append($0)
    }
    return text
  }
}
