/// Keys between `-----BEGIN …-----` and `-----END …-----`, in files or inside strings.
public enum KeyArmor {
  private static let magic = Array("openssh-key-v1\0".utf8)

  /// - Parameter text: with or without what stands before and behind the armor.
  public static func outcome(_ text: [UInt8]) -> DecodedKey {
    let plain = unescaped(text)
    let isPGP = contains(plain, "PGP PRIVATE KEY")
    guard let (label, lines) = body(plain) else { return .broken("has no body") }
    var isProtected = label.contains("ENCRYPTED")
    var encoded: [UInt8] = []
    for line in lines {
      if line.contains(0x3a) {
        if contains(Array(line), "ENCRYPTED") { isProtected = true }
        continue
      }
      // The check sum of PGP.
      if isPGP, line.first == 0x3d { continue }
      encoded += line
    }
    guard let bytes = Base64Text.decode(encoded), bytes.count >= 32 else {
      return .broken("its body does not decode")
    }
    if bytes.starts(with: magic) { return openSSH(bytes) }
    if isPGP {
      return bytes[0] & 0x80 != 0
        ? .decodes(note: "its body decodes to a PGP packet", bytes: bytes)
        : .broken("its body is no PGP packet")
    }
    if isProtected {
      return .decodes(note: "its body decodes; a passphrase protects it", bytes: bytes)
    }
    return isDER(bytes)
      ? .decodes(note: "its body decodes to a key without passphrase", bytes: bytes)
      : .broken("its body is no key")
  }

  /// The cipher's name follows the magic; `none` is no passphrase.
  private static func openSSH(_ bytes: [UInt8]) -> DecodedKey {
    let rest = bytes.dropFirst(magic.count)
    guard rest.count > 8 else { return .broken("its body is cut off") }
    let name = rest.dropFirst(4).prefix(4)
    return name.elementsEqual("none".utf8)
      ? .decodes(note: "its body decodes to an OpenSSH key without passphrase", bytes: bytes)
      : .decodes(note: "its body decodes; a passphrase protects it", bytes: bytes)
  }

  /// A sequence whose length is that of the body.
  private static func isDER(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 4, bytes[0] == 0x30 else { return false }
    let size: Int
    switch bytes[1] {
    case 0...0x7f: size = Int(bytes[1]) + 2
    case 0x81: size = Int(bytes[2]) + 3
    case 0x82: size = Int(bytes[2]) << 8 + Int(bytes[3]) + 4
    default: return false
    }
    return size <= bytes.count && bytes.count - size < 16
  }

  /// The label and the lines between the armor's.
  private static func body(_ text: [UInt8]) -> (String, [ArraySlice<UInt8>])? {
    var lines: [ArraySlice<UInt8>] = []
    var label: String?
    for piece in dashes(text) {
      switch piece {
      case .begin(let name):
        label = name
        lines = []
      case .end: return label.map { ($0, lines) }
      case .line(let line): lines.append(line)
      }
    }
    // Cut off by the window: what is there must decode all the same.
    return label.map { ($0, lines) }
  }

  private enum Piece {
    case begin(String)
    case end
    case line(ArraySlice<UInt8>)
  }

  private static func dashes(_ text: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    let mark = Array("-----".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < text.count {
      if text[index...].starts(with: mark) {
        parts.append(text[start..<index])
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(text[start...])
    for part in parts {
      let words = String(decoding: part.prefix(64), as: UTF8.self)
      if words.hasPrefix("BEGIN ") {
        pieces.append(.begin(words))
      } else if words.hasPrefix("END ") {
        pieces.append(.end)
      } else {
        pieces += part.split { $0 == 0x0a || $0 == 0x0d }.map { line in
          .line(trimmed(line))
        }
      }
    }
    return pieces
  }

  /// Without quotes, comment marks and the plus of a concatenation, which is followed by a blank.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isEdge: (UInt8) -> Bool = { byte in
      [0x20, 0x09, 0x22, 0x27, 0x2c, 0x23, 0x3e, 0x60, 0x2a, 0x3b, 0x5c, 0x7c].contains(byte)
    }
    var rest = line.drop(while: isEdge)
    if rest.first == 0x2b, rest.dropFirst().first == 0x20 { rest = rest.dropFirst() }
    rest = rest.drop(while: isEdge)
    if rest.last == 0x2b, rest.dropLast().last == 0x20 { rest = rest.dropLast() }
    while let last = rest.last, isEdge(last) { rest = rest.dropLast() }
    return rest.elementsEqual([0x2b]) ? [] : rest
  }

  /// `\n`, `\r` and `\/` of string literals as what they stand for.
  private static func unescaped(_ text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == 0x5c, index + 1 < text.count {
        switch text[index + 1] {
        case 0x6e, 0x72: bytes.append(0x0a)
        case 0x2f: bytes.append(0x2f)
        case 0x5c:
          // Escaped twice: the next round is the inner one.
          index += 1
          continue
        default: break
        }
        index += 2
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return bytes
  }

  private static func contains(_ text: [UInt8], _ word: String) -> Bool {
    String(decoding: text, as: UTF8.self).contains(word)
  }
}
