import Foundation

/// The form of a secret's value that its identity is computed from.
enum SecretNormalisation {
  /// PEM and OpenSSH keys as their decoded bytes, anything else as it is without white space at
  /// its ends.
  static func normalised(_ value: [UInt8]) -> [UInt8] {
    let text = String(decoding: value, as: UTF8.self)
    guard let begin = text.range(of: "-----BEGIN "),
      let dashes = text.range(of: "-----", range: begin.upperBound..<text.endIndex)
    else { return trimmed(value) }
    let end =
      text.range(of: "-----END", range: dashes.upperBound..<text.endIndex)?.lowerBound
      ?? text.endIndex
    // Reports hold line breaks as they are or as `\n` in two characters; PEM headers have a colon.
    let body = text[dashes.upperBound..<end].replacing("\\n", with: "\n").replacing("\\r", with: "")
    let lines = body.split(whereSeparator: \.isNewline).filter { !$0.contains(":") }
    let base64 = lines.joined().filter { !$0.isWhitespace }
    guard let data = Data(base64Encoded: base64), !data.isEmpty else { return trimmed(value) }
    return Array(data)
  }

  private static func trimmed(_ value: [UInt8]) -> [UInt8] {
    let start = value.firstIndex { $0 > 0x20 } ?? value.endIndex
    let end = value.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return Array(value[start..<end])
  }
}
