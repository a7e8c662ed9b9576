/// A path or address as a relative URI reference (RFC 3986): what stands for itself stays, the
/// rest is percent-encoded as UTF-8.
enum RelativeURI {
  static func of(path: String) -> String {
    var rest = Substring(path)
    while rest.hasPrefix("/") || rest.hasPrefix("./") {
      rest = rest.dropFirst(rest.hasPrefix("/") ? 1 : 2)
    }
    let encoded = percentEncoded(String(rest), keeping: pathMarks)
    return encoded.isEmpty ? "unnamed" : encoded
  }

  /// The path of an address, without scheme, host, query and fragment.
  static func of(url: String) -> String {
    let parts = WebAddress(url)
    return of(path: parts.path == "/" ? parts.host : parts.path)
  }

  /// An address with everything encoded that may not stand in one.
  static func absolute(_ url: String) -> String {
    percentEncoded(url, keeping: pathMarks + ":?#[]%".utf8)
  }

  private static let pathMarks = Array("-._~/!$&'()*+,;=@".utf8)

  private static func percentEncoded(_ text: String, keeping marks: [UInt8]) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if isLetterOrDigit(byte) || marks.contains(byte) {
        result.append(byte)
      } else {
        result += "%".utf8
        result += [hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
