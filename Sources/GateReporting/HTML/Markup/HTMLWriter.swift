/// Writes HTML as elements, attributes and text, never as strings of markup: there is no way in for
/// a string that is not escaped.
struct HTMLWriter {
  /// Longer texts are cut, and the page says by how much; a title of a megabyte helps nobody.
  static let longestText = 4096

  private let output: ReportOutput

  init(_ output: ReportOutput) { self.output = output }

  func document() { output.write("<!doctype html>\n") }

  /// A line end in the source, which means nothing to the reader.
  func line() { output.write(0x0a) }

  func element(_ tag: HTMLTag, _ attributes: HTMLAttribute..., content: () -> Void) {
    element(tag, attributes, content: content)
  }

  func element(_ tag: HTMLTag, _ attributes: [HTMLAttribute], content: () -> Void) {
    output.write { Self.start(tag.rawValue, attributes, &$0) }
    content()
    output.write { Self.end(tag, &$0) }
  }

  func element(_ tag: HTMLTag, _ attributes: HTMLAttribute..., text: String) {
    output.write {
      Self.start(tag.rawValue, attributes, &$0)
      Self.escape(text, &$0)
      Self.end(tag, &$0)
    }
  }

  func void(_ tag: HTMLTag.Void, _ attributes: HTMLAttribute...) {
    output.write { Self.start(tag.rawValue, attributes, &$0) }
  }

  /// Our style sheet; the type holds constants only.
  func style(_ style: PageStyle) {
    output.write("<style>")
    output.write(style.text)
    output.write("</style>")
  }

  func script(_ script: PageScript) {
    output.write("<script>")
    output.write(script.text)
    output.write("</script>")
  }

  func text(_ text: String) { output.write { Self.escape(text, &$0) } }

  /// ` · ` between two texts.
  func dot() { output.write(" · ") }

  /// A path or address that may break after each `/`.
  func path(_ text: String) { output.write { Self.escape(text, breaksAtSlash: true, &$0) } }

  private static func start(
    _ name: String, _ attributes: [HTMLAttribute], _ bytes: inout [UInt8]
  ) {
    bytes.append(0x3c)
    bytes.append(contentsOf: name.utf8)
    for attribute in attributes {
      bytes.append(0x20)
      bytes.append(contentsOf: attribute.name.rawValue.utf8)
      bytes.append(contentsOf: "=\"".utf8)
      escape(attribute.value, &bytes)
      bytes.append(0x22)
    }
    bytes.append(0x3e)
  }

  private static func end(_ tag: HTMLTag, _ bytes: inout [UInt8]) {
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: tag.rawValue.utf8)
    bytes.append(0x3e)
  }

  private static func cut(_ text: String) -> (text: String, more: Int) {
    guard text.utf8.count > longestText else { return (text, 0) }
    let kept = String(text.unicodeScalars.prefix(longestText / 4))
    return (kept, text.utf8.count - kept.utf8.count)
  }

  private static func escape(
    _ whole: String, breaksAtSlash: Bool = false, _ bytes: inout [UInt8]
  ) {
    let (text, more) = cut(whole)
    if text.utf8.allSatisfy({ isPlain($0) && !(breaksAtSlash && $0 == 0x2f) }) {
      bytes.append(contentsOf: text.utf8)
    } else if text.utf8.allSatisfy({ !InvisibleText.mayLead($0) }) {
      for byte in text.utf8 { append(byte, breaksAtSlash, to: &bytes) }
    } else {
      for scalar in text.unicodeScalars { append(scalar, breaksAtSlash, to: &bytes) }
    }
    if more > 0 { bytes.append(contentsOf: "… (\(Numbers.grouped(more)) bytes more)".utf8) }
  }

  /// Whether a byte stands for itself; the lead bytes of invisible characters do not pass here.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x26, 0x27, 0x3c, 0x3e: false
    default: !InvisibleText.mayLead(byte)
    }
  }

  private static func append(_ byte: UInt8, _ breaksAtSlash: Bool, to bytes: inout [UInt8]) {
    switch byte {
    case 0x26: bytes += "&amp;".utf8
    case 0x3c: bytes += "&lt;".utf8
    case 0x3e: bytes += "&gt;".utf8
    case 0x22: bytes += "&quot;".utf8
    case 0x27: bytes += "&#39;".utf8
    case 0x2f where breaksAtSlash: bytes.append(contentsOf: "/<wbr>".utf8)
    default: bytes.append(byte)
    }
  }

  private static func append(
    _ scalar: Unicode.Scalar, _ breaksAtSlash: Bool, to bytes: inout [UInt8]
  ) {
    if scalar == "\n" || scalar == "\t" {
      bytes.append(0x20)
    } else if InvisibleText.contains(scalar) {
      bytes.append(contentsOf: InvisibleText.shown(scalar).utf8)
    } else {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        append(byte, breaksAtSlash, to: &bytes)
      }
    }
  }
}
