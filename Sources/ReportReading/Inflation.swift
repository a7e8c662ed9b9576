internal import CZlib

/// gzip through zlib, with a limit on what comes out.
enum Inflation {
  private static let chunk = 1 << 18

  /// All members of a gzip stream (RFC 1952), joined; zero padding behind the last is skipped.
  static func gunzip(_ bytes: [UInt8], limit: Int) throws -> [UInt8] {
    var output: [UInt8] = []
    var start = 0
    repeat {
      start = try inflateMember(bytes, from: start, into: &output, limit: limit)
      while start < bytes.count, bytes[start] == 0 { start += 1 }
    } while start < bytes.count
    return output
  }

  /// - Returns: the offset behind the member.
  private static func inflateMember(
    _ bytes: [UInt8], from start: Int, into output: inout [UInt8], limit: Int
  ) throws -> Int {
    var stream = unsafe z_stream()
    // 16 more than the largest window: a gzip header and nothing else.
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else {
      throw ReportError(.encoding, "zlib cannot start")
    }
    defer { unsafe inflateEnd(&stream) }
    var buffer = [UInt8](repeating: 0, count: chunk)
    var position = start
    var status = Z_OK
    while status != Z_STREAM_END {
      let available = min(bytes.count - position, chunk)
      var taken = 0
      var made = 0
      unsafe bytes.withUnsafeBufferPointer { input in
        unsafe buffer.withUnsafeMutableBufferPointer { target in
          unsafe stream.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress.map { unsafe $0 + position })
          unsafe stream.avail_in = UInt32(available)
          unsafe stream.next_out = target.baseAddress
          unsafe stream.avail_out = UInt32(chunk)
          status = unsafe inflate(&stream, Z_NO_FLUSH)
          taken = unsafe available - Int(stream.avail_in)
          made = unsafe chunk - Int(stream.avail_out)
        }
      }
      guard status == Z_OK || status == Z_STREAM_END, taken + made > 0 else {
        throw ReportError(.encoding, "the gzip stream is damaged or cut short", at: position)
      }
      position += taken
      guard output.count + made <= limit else {
        throw ReportError(.limit, "the report unpacks to more than \(limit) bytes")
      }
      output.append(contentsOf: buffer[..<made])
    }
    return position
  }
}
