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
    start(tag.rawValue, attributes)
    content()
    output.write("</")
    output.write(tag.rawValue)
    output.write(0x3e)
  }

  func element(_ tag: HTMLTag, _ attributes: HTMLAttribute..., text: String) {
    start(tag.rawValue, attributes)
    self.text(text)
    output.write("</")
    output.write(tag.rawValue)
    output.write(0x3e)
  }

  func void(_ tag: HTMLTag.Void, _ attributes: HTMLAttribute...) { start(tag.rawValue, attributes) }

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

  func text(_ text: String) { escape(text) }

  /// A path or address that may break after each `/`.
  func path(_ text: String) {
    var rest = Self.cut(text).text[...]
    while let slash = rest.firstIndex(of: "/") {
      let next = rest.index(after: slash)
      escape(String(rest[..<next]))
      if next < rest.endIndex { output.write("<wbr>") }
      rest = rest[next...]
    }
    escape(String(rest))
  }

  private func start(_ name: String, _ attributes: [HTMLAttribute]) {
    output.write(0x3c)
    output.write(name)
    for attribute in attributes {
      output.write(0x20)
      output.write(attribute.name.rawValue)
      output.write("=\"")
      escape(attribute.value)
      output.write(0x22)
    }
    output.write(0x3e)
  }

  private static func cut(_ text: String) -> (text: String, more: Int) {
    guard text.utf8.count > longestText else { return (text, 0) }
    let kept = String(text.unicodeScalars.prefix(longestText / 4))
    return (kept, text.utf8.count - kept.utf8.count)
  }

  private func escape(_ whole: String) {
    let (text, more) = Self.cut(whole)
    if text.utf8.allSatisfy(Self.isPlain) {
      output.write(text)
    } else {
      for scalar in text.unicodeScalars { write(scalar) }
    }
    if more > 0 { output.write("… (\(Numbers.grouped(more)) bytes more)") }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x26, 0x27, 0x3c, 0x3e, 0x7f: false
    case 0x20..<0x7f: true
    default: byte > 0x7f && !InvisibleText.mayLead(byte)
    }
  }

  private func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": output.write("&amp;")
    case "<": output.write("&lt;")
    case ">": output.write("&gt;")
    case "\"": output.write("&quot;")
    case "'": output.write("&#39;")
    case "\n", "\t": output.write(0x20)
    default:
      if InvisibleText.contains(scalar) {
        output.write(InvisibleText.shown(scalar))
      } else {
        output.write(String(Character(scalar)))
      }
    }
  }
}
