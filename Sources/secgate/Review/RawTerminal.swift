import Foundation

/// Single keys from the terminal, without echo and without waiting for the end of a line.
final class RawTerminal {
  private var before = termios()

  /// - Returns: nil where standard input is no terminal.
  init?() {
    guard isatty(STDIN_FILENO) == 1, unsafe tcgetattr(STDIN_FILENO, &before) == 0 else {
      return nil
    }
  }

  /// One key; nil at the end of input. Ctrl-C still interrupts.
  func key() -> Character? {
    set(raw: true)
    defer { set(raw: false) }
    var bytes: [UInt8] = []
    while bytes.count < 4 {
      guard let byte = Self.byte() else { return nil }
      bytes.append(byte)
      if let text = String(validating: bytes, as: UTF8.self), let key = text.first { return key }
    }
    return "?"
  }

  /// A line, edited by the terminal itself; nil at the end of input.
  func line(_ prompt: String, standard: String? = nil) -> String? {
    let hint = standard.map { " [\($0)]" } ?? ""
    Console.write("  \(prompt)\(hint): ", to: .standardOutput)
    guard let line = readLine(strippingNewline: true) else { return nil }
    let text = line.trimmingCharacters(in: .whitespaces)
    return text.isEmpty ? standard ?? "" : text
  }

  private func set(raw: Bool) {
    var wanted = before
    if raw {
      wanted.c_lflag &= ~tcflag_t(ICANON | ECHO)
      // One byte at least, or look whether the user interrupted every half second.
      unsafe withUnsafeMutableBytes(of: &wanted.c_cc) { codes in
        unsafe codes[Int(VMIN)] = 0
        unsafe codes[Int(VTIME)] = 5
      }
    }
    _ = unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &wanted)
  }

  private static func byte() -> UInt8? {
    var byte: UInt8 = 0
    while !Interrupt.isRequested {
      let count = unsafe read(STDIN_FILENO, &byte, 1)
      if count == 1 { return byte == 4 ? nil : byte }
      if count < 0, errno != EINTR, errno != EAGAIN { return nil }
      if isatty(STDIN_FILENO) != 1 { return nil }
    }
    return nil
  }
}
