import RulePacks

/// Checks tokens that carry a checksum.
enum Checksum {
  /// nil where the token's shape holds no checksum of this kind.
  static func isRight(_ kind: ChecksumKind, _ token: [UInt8]) -> Bool? {
    switch kind {
    case .github: github(token)
    case .atlassian: trailingHexadecimal(token, separated: true)
    case .bitbucket: trailingHexadecimal(token, separated: false)
    case .grafana: grafana(token)
    case .gitlabRoutable: gitlab(token)
    case .bech32: Bech32.isRight(token)
    }
  }

  private static let base62 = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
  private static let base36 = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

  private static func digits(_ value: UInt32, _ alphabet: [UInt8], width: Int) -> [UInt8] {
    var rest = Int(value)
    var text: [UInt8] = []
    for _ in 0..<width {
      text.append(alphabet[rest % alphabet.count])
      rest /= alphabet.count
    }
    return text.reversed()
  }

  /// The last 36 characters: 30 random ones and 6 of their sum.
  private static func github(_ token: [UInt8]) -> Bool? {
    guard let underscore = token.lastIndex(of: 0x5f), token.count - underscore - 1 == 36 else {
      return nil
    }
    let body = token[(underscore + 1)...]
    guard body.allSatisfy({ base62.contains($0) }) else { return nil }
    return Array(body.suffix(6)) == digits(CRC32.of(body.prefix(30)), base62, width: 6)
  }

  private static func trailingHexadecimal(_ token: [UInt8], separated: Bool) -> Bool? {
    guard token.count > 16, let sum = hexadecimal(token.suffix(8)) else { return nil }
    let body = token.dropLast(8)
    // With or without the separator, and with or without the four letters in front.
    let bodies = separated ? [body, body.dropLast()] : [body, body.dropFirst(4)]
    return bodies.contains { CRC32.of($0) == sum }
  }

  private static func grafana(_ token: [UInt8]) -> Bool? {
    guard token.count == 46, let sum = hexadecimal(token.suffix(8)) else { return nil }
    return CRC32.of(token.prefix(37)).byteSwapped == sum || CRC32.of(token.prefix(37)) == sum
  }

  private static func gitlab(_ token: [UInt8]) -> Bool? {
    let parts = token.split(separator: 0x2e)
    guard parts.count == 3, let last = parts.last, last.count >= 7 else { return nil }
    return Array(token.suffix(7)) == digits(CRC32.of(token.dropLast(7)), base36, width: 7)
  }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    UInt32(String(decoding: bytes, as: UTF8.self), radix: 16)
  }
}
