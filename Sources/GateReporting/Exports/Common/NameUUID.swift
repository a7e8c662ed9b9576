import FindingModel

/// A UUID from a name: version 8 (RFC 9562), 122 bits of SHA-256, since SHA-1 is built nowhere in
/// this program.
enum NameUUID {
  static func of(_ name: String) -> String {
    var bytes = Array(SHA256.hash("secgate/uuid\u{0}\(name)".utf8).prefix(16))
    bytes[6] = bytes[6] & 0x0f | 0x80
    bytes[8] = bytes[8] & 0x3f | 0x80
    let digits = Array(bytes.hexadecimal)
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
      .joined(separator: "-")
  }
}
