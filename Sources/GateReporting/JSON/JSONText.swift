/// Strings and numbers as JSON (RFC 8259). Control, bidirectional and invisible characters are
/// escaped too, so that a report shown on a terminal or in a review cannot mislead.
enum JSONText {
  static func write(_ text: String, to output: ReportOutput) {
    output.write(0x22)
    if text.utf8.allSatisfy(isPlain) {
      output.write(text)
    } else {
      for scalar in text.unicodeScalars { write(scalar, to: output) }
    }
    output.write(0x22)
  }

  /// The shortest form that reads back as the same number; whole numbers without a fraction.
  static func number(_ value: Double) -> String {
    guard value == value.rounded(), abs(value) < 1e15 else { return value.description }
    return String(Int(value))
  }

  /// Whether a byte stands for itself; the lead bytes of invisible characters do not pass here.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x5c, 0x7f: false
    case 0x20..<0x7f: true
    default: byte > 0x7f && !InvisibleText.mayLead(byte)
    }
  }

  private static func write(_ scalar: Unicode.Scalar, to output: ReportOutput) {
    switch scalar {
    case "\"": output.write("\\\"")
    case "\\": output.write("\\\\")
    case "\n": output.write("\\n")
    case "\r": output.write("\\r")
    case "\t": output.write("\\t")
    default:
      guard InvisibleText.contains(scalar) else {
        output.write(String(Character(scalar)))
        return
      }
      for unit in String(Character(scalar)).utf16 {
        output.write("\\u" + FourDigits.hexadecimal(unit))
      }
    }
  }
}

enum FourDigits {
  static func hexadecimal(_ value: UInt16) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
