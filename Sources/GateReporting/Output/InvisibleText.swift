/// Characters that a reader cannot see or that change how others are shown: controls, zero-width
/// and bidirectional marks, line separators, tags (Unicode Standard, chapter 23).
enum InvisibleText {
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0xad, 0x61c, 0x115f...0x1160, 0x17b4...0x17b5, 0x180b...0x180f,
      0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0x3164, 0xfe00...0xfe0f, 0xfeff, 0xffa0,
      0xfff0...0xfffb, 0xe0000...0xe0fff:
      true
    default: false
    }
  }

  /// Whether a UTF-8 byte is a control or may begin such a character.
  static func mayLead(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7f, 0xc2, 0xd8, 0xe1, 0xe2, 0xe3, 0xef, 0xf3: true
    default: false
    }
  }

  /// `\u{202E}`.
  static func shown(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }
}
