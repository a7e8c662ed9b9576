/// PuTTY's key files, versions 2 and 3.
public enum PuttyKey {
  public static func outcome(_ text: [UInt8]) -> DecodedKey {
    let lines = text.split { $0 == 0x0a || $0 == 0x0d }.map { String(decoding: $0, as: UTF8.self) }
    guard let start = lines.firstIndex(where: { $0.hasPrefix("Private-Lines:") }),
      let count = Int(lines[start].dropFirst("Private-Lines:".count).drop { $0 == " " }),
      (1...200).contains(count)
    else { return .broken("has no private lines") }
    let body = lines[(start + 1)...].prefix(count).flatMap(\.utf8)
    guard let bytes = Base64Text.decode(body), bytes.count >= 16 else {
      return .broken("its private lines do not decode")
    }
    let isOpen = lines.contains { $0.hasPrefix("Encryption:") && $0.hasSuffix("none") }
    return .decodes(
      note: isOpen
        ? "its private lines decode, without passphrase"
        : "its private lines decode; a passphrase protects it", bytes: bytes)
  }
}
