/// How matched bytes are written in a content.
public enum ContentEncoding: UInt8, Sendable, Hashable, CaseIterable {
  case plain
  /// Standard or URL alphabet.
  case base64
  case hexadecimal
  /// `%2B` for `+`, as in URLs.
  case percent
  /// `\u002b` and `\/`, as in JSON and source text.
  case escaped
  /// Of either byte order: Latin characters with a zero between each two.
  case utf16
}
