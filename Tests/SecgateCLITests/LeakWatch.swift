import FindingModel
import Foundation

/// Finds six consecutive bytes of a secret in any bytes: as they are, in base64 at any alignment,
/// in hexadecimal, percent or JSON escapes; and a plain SHA-256 of the whole.
struct LeakWatch: Sendable {
  /// Each run of six bytes as a number.
  private var pieces: Set<UInt64> = []
  private static let length = 6
  private static let mask: UInt64 = (1 << 48) - 1

  init(tokens: [String]) {
    for token in tokens {
      let bytes = Array(token.utf8)
      // The public prefix of the format may be shown.
      let prefix = token.hasPrefix("AK") ? 4 : (bytes.firstIndex(of: UInt8(ascii: "_")) ?? -1) + 1
      let secret = bytes.dropFirst(prefix)
      insert(secret)
      // The head of a digest is enough to know it by.
      insert(SHA256.hash(bytes).prefix(Self.length))
      insert(SHA256.hash(secret).prefix(Self.length))
    }
  }

  private mutating func insert(_ bytes: some Sequence<UInt8>) {
    var value: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      value = (value << 8 | UInt64(byte)) & Self.mask
      if index >= Self.length - 1 { pieces.insert(value) }
    }
  }

  /// The form in which a piece stands there; nil: none does.
  func find(in data: Data) -> String? {
    let bytes = Array(data)
    if holdsPlain(bytes) { return "as it is" }
    if holdsHexadecimal(bytes) { return "in hexadecimal" }
    if holdsBase64(bytes) { return "in base64" }
    if bytes.contains(UInt8(ascii: "%")), holdsPlain(unescaped(bytes, after: "%")) {
      return "in percent escapes"
    }
    if bytes.contains(UInt8(ascii: "\\")), holdsPlain(unescaped(bytes, after: "\\u00")) {
      return "in JSON escapes"
    }
    return nil
  }

  private func holdsPlain(_ bytes: [UInt8]) -> Bool {
    var value: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      value = (value << 8 | UInt64(byte)) & Self.mask
      if index >= Self.length - 1, pieces.contains(value) { return true }
    }
    return false
  }

  private func holdsHexadecimal(_ bytes: [UInt8]) -> Bool {
    var (value, count): (UInt64, Int) = (0, 0)
    for byte in bytes {
      guard let digit = Self.digit(byte) else {
        count = 0
        continue
      }
      value = (value << 4 | UInt64(digit)) & Self.mask
      count += 1
      if count >= 2 * Self.length, pieces.contains(value) { return true }
    }
    return false
  }

  /// Six bytes are 48 of the bits that eight or nine characters stand for, from bit 0, 2 or 4 on.
  private func holdsBase64(_ bytes: [UInt8]) -> Bool {
    var (value, count): (UInt64, Int) = (0, 0)
    for byte in bytes {
      guard let digit = Self.sextet(byte) else {
        count = 0
        continue
      }
      value = value << 6 | digit
      count += 1
      if count >= 8, pieces.contains(value & Self.mask) { return true }
      guard count >= 9 else { continue }
      if pieces.contains(value >> 4 & Self.mask) || pieces.contains(value >> 2 & Self.mask) {
        return true
      }
    }
    return false
  }

  private func unescaped(_ bytes: [UInt8], after mark: String) -> [UInt8] {
    let mark = Array(mark.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let digits = at + mark.count
      if bytes[at] == mark[0], digits + 1 < bytes.count, bytes[at..<digits].elementsEqual(mark),
        let high = Self.digit(bytes[digits]), let low = Self.digit(bytes[digits + 1])
      {
        result.append(high << 4 | low)
        at = digits + 2
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private static func sextet(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 0x41...0x5a: UInt64(byte - 0x41)
    case 0x61...0x7a: UInt64(byte - 0x61) + 26
    case 0x30...0x39: UInt64(byte - 0x30) + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
