/// One word of a POSIX shell command line.
enum ShellWord {
  /// The text as it is where it needs no quotes, else in single quotes; a copied command can never
  /// be more than one command.
  static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
      case 0x2d, 0x2e, 0x2f, 0x3a, 0x40, 0x5f: true
      default: false
      }
    }
    if isPlain, !text.isEmpty { return text }
    let visible = text.unicodeScalars
      .map { InvisibleText.contains($0) ? " " : String(Character($0)) }.joined()
    return "'" + visible.replacing("'", with: "'\\''") + "'"
  }
}
