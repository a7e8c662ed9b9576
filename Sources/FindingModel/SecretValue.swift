/// A secret in memory: it prints, reflects and encodes only as its masked preview, so that no
/// log line, error or crash text can hold more.
public struct SecretValue: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  private let bytes: [UInt8]
  /// Length of the public prefix of the format, such as 4 for `ghp_`.
  public let publicPrefix: Int

  public init(_ bytes: some Sequence<UInt8>, publicPrefix: Int = 0) {
    self.bytes = Array(bytes)
    self.publicPrefix = min(max(publicPrefix, 0), self.bytes.count)
  }

  public var count: Int { bytes.count }

  /// The only way to the bytes; for hashing, checksums and masking, never for output.
  public func withBytes<Result>(_ body: ([UInt8]) throws -> Result) rethrows -> Result {
    try body(bytes)
  }

  /// The public prefix, `…`, and the last 2 characters where the secret part is 20 or longer;
  /// else `••••` and a length class. Of a key in PEM its first line, since all end alike.
  public var preview: String {
    if let header { return header + "…" }
    let secret = bytes.dropFirst(publicPrefix)
    let prefix = String(decoding: bytes.prefix(publicPrefix).map(printable), as: UTF8.self)
    guard secret.count >= 20 else {
      return prefix + "•••• " + lengthClass(secret.count)
    }
    return prefix + "…" + String(decoding: secret.suffix(2).map(printable), as: UTF8.self)
  }

  public var description: String { preview }
  public var debugDescription: String { preview }
  public var customMirror: Mirror { Mirror(self, children: ["preview": preview]) }

  /// `-----BEGIN RSA PRIVATE KEY-----` (RFC 7468, section 2): capital letters, digits and spaces.
  private var header: String? {
    let begin = Array("-----BEGIN ".utf8)
    guard publicPrefix == 0, bytes.starts(with: begin) else { return nil }
    let label = bytes.dropFirst(begin.count).prefix { byte in
      (0x41...0x5a).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x20
    }
    let dashes = Array("-----".utf8)
    guard (1...40).contains(label.count), bytes[label.endIndex...].starts(with: dashes) else {
      return nil
    }
    return String(decoding: begin + label + dashes, as: UTF8.self)
  }

  private func printable(_ byte: UInt8) -> UInt8 { (0x21...0x7e).contains(byte) ? byte : 0x2e }

  private func lengthClass(_ count: Int) -> String {
    switch count {
    case ..<8: "(under 8 characters)"
    case ..<12: "(8 to 11 characters)"
    default: "(12 to 19 characters)"
    }
  }
}
