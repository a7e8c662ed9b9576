import FindingModel

/// The digest by which a Content-Security-Policy allows one style sheet or script
/// (www.w3.org/TR/CSP3, hash-source).
enum ContentDigest {
  static func source(_ text: String) -> String { "'sha256-\(base64(SHA256.hash(text.utf8)))'" }

  /// RFC 4648 base64 with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = Array(bytes[start..<min(start + 3, bytes.count)])
      let word = (0..<3).reduce(UInt32(0)) { $0 << 8 | ($1 < part.count ? UInt32(part[$1]) : 0) }
      for place in 0..<4 {
        let isPadding = place > part.count
        text.append(isPadding ? 0x3d : alphabet[Int(word >> UInt32(18 - 6 * place)) & 63])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
