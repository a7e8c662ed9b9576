import Foundation

/// An example, written in each of the encodings that are searched.
enum EncodedExample {
  static func all(_ text: String) -> [(name: String, bytes: [UInt8])] {
    let bytes = Array(text.utf8)
    let hexadecimal = bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }
    return [
      ("base64", Array("data: \(Data(bytes).base64EncodedString())\n".utf8)),
      ("hexadecimal", Array("data: \(hexadecimal.joined())\n".utf8)),
      ("percent signs", marks(bytes, hexadecimal, "%")),
      ("escapes", marks(bytes, hexadecimal, "\\u00")),
      ("UTF-16", bytes.flatMap { [$0, 0] }),
    ]
  }

  /// Only what such texts escape: neither letters and digits nor what stands for itself in a URL.
  private static func marks(_ bytes: [UInt8], _ hexadecimal: [String], _ sign: String) -> [UInt8] {
    zip(bytes, hexadecimal).flatMap { byte, digits -> [UInt8] in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte)
        || (0x61...0x7a).contains(byte) || [0x2d, 0x2e, 0x5f, 0x7e].contains(byte)
      return isPlain ? [byte] : Array((sign + digits).utf8)
    }
  }
}
