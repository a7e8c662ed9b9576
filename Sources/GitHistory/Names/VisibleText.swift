/// Bytes of a repository (file names, reference names, authors) as text that is safe to print.
public enum VisibleText {
  /// Well-formed UTF-8 stays; control and direction-changing characters become `\n`, `\t`, `\r`
  /// or `\u{…}`, bytes that are no UTF-8 become `\xNN`.
  public static func of(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    if bytes.allSatisfy({ (0x20...0x7e).contains($0) }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    var text = ""
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    var start = 0
    loop: while true {
      switch decoder.decode(&rest) {
      case .scalarValue(let scalar):
        text += visible(scalar)
        start += UTF8.width(scalar)
      case .emptyInput: break loop
      case .error:
        // The standard decoder swallows a maximal prefix; begin again one byte later.
        text += hexadecimal(bytes[start])
        start += 1
        decoder = UTF8()
        rest = Array(bytes[start...]).makeIterator()
      }
    }
    return text
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09: "\\t"
    case 0x0a: "\\n"
    case 0x0d: "\\r"
    case ..<0x20, 0x7f: hexadecimal(UInt8(scalar.value))
    case 0x80...0x9f, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff, 0xe0000...0xe007f:
      "\\u{\(String(scalar.value, radix: 16))}"
    default: String(Character(scalar))
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
