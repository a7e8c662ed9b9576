/// Writes XML 1.0. Characters that it forbids, and those that hide others, become visible.
final class XMLOutput {
  private let output: ReportOutput
  private var depth = 0

  init(_ output: ReportOutput) { self.output = output }

  func element(_ name: String, _ attributes: [(String, String)], _ body: () -> Void) {
    open(name, attributes)
    output.write(">")
    depth += 1
    body()
    depth -= 1
    breakLine()
    output.write("</\(name)>")
  }

  func empty(_ name: String, _ attributes: [(String, String)]) {
    open(name, attributes)
    output.write("/>")
  }

  func text(_ name: String, _ attributes: [(String, String)], _ text: String) {
    open(name, attributes)
    output.write(">")
    output.write(Self.escaped(text))
    output.write("</\(name)>")
  }

  private func open(_ name: String, _ attributes: [(String, String)]) {
    if depth > 0 { breakLine() }
    output.write("<\(name)")
    for (key, value) in attributes { output.write(" \(key)=\"\(Self.escaped(value))\"") }
  }

  private func breakLine() {
    output.write("\n" + String(repeating: "  ", count: depth))
  }

  /// Line breaks and tabs as references, since attributes lose them.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "&#9;"
      case "\u{fffe}", "\u{ffff}": result += InvisibleText.shown(scalar)
      default:
        if InvisibleText.contains(scalar) {
          result += InvisibleText.shown(scalar)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
