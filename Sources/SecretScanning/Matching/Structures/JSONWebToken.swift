import FindingModel

/// What JSON Web Tokens tell of themselves beyond their header (RFC 7515, RFC 7518).
enum JSONWebToken {
  /// Characters of the shortest signature, that of HS256, and of what is no part of one any more.
  private static let shortestSignature = 43
  private static let shortestPart = 32
  /// Keys that the page which explains these tokens fills in by itself.
  private static let pageKeys = [
    "a-string-secret-at-least-256-bits-long", "your-256-bit-secret",
  ].map { Array($0.utf8) }

  /// Whether it has the three parts of one, and the signature is far too short for any.
  static func isCut(_ value: [UInt8]) -> Bool {
    guard let parts = parts(value), parts[2].count < shortestPart,
      let header = Base64Text.decode(parts[0])
    else { return false }
    let text = String(decoding: header, as: UTF8.self)
    return text.hasPrefix("{") && text.contains("\"alg\"") && !text.contains("\"none\"")
  }

  /// Whether it is signed with a key that everybody knows: an example.
  static func hasPublishedKey(_ value: [UInt8]) -> Bool {
    guard let parts = parts(value), parts[2].count == shortestSignature,
      let signature = Base64Text.decode(parts[2])
    else { return false }
    let message = Array(value[..<(parts[2].startIndex - 1)])
    return pageKeys.contains { code(of: message, key: $0) == signature }
  }

  private static func parts(_ value: [UInt8]) -> [ArraySlice<UInt8>]? {
    guard value.starts(with: "eyJ".utf8) else { return nil }
    let parts = value.split(separator: 0x2e, omittingEmptySubsequences: false)
    return parts.count == 3 ? parts : nil
  }

  /// HMAC with SHA-256 (RFC 2104), for keys that fit into a block.
  private static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    let padded = key + [UInt8](repeating: 0, count: 64 - key.count)
    let inner = SHA256.hash(padded.map { $0 ^ 0x36 } + message)
    return SHA256.hash(padded.map { $0 ^ 0x5c } + inner)
  }
}
