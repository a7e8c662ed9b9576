/// Foreign text in Markdown: every character that could begin something is written as a reference,
/// which GitHub and GitLab show as the plain character and never act upon.
enum MarkdownText {
  static func line(_ text: String, limit: Int) -> String {
    escaped(PlainText.line(text, limit: limit))
  }

  /// Line breaks stay.
  static func block(_ text: String, limit: Int) -> String {
    escaped(PlainText.block(text, limit: limit))
  }

  /// Letters, digits and a few marks stand for themselves. What is left makes emphasis, code,
  /// tables, links, mentions, issue references, HTML, emoji or lists.
  private static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      if isPlain(scalar, after: previous) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "&#\(scalar.value);"
      }
      previous = scalar
    }
    return result
  }

  private static func isPlain(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Bool {
    guard scalar.value < 0x80 else { return true }
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", "\n", "\t", ",", ";", "'", "\"", "%", "/", "?":
      return true
    case ".", "-", "(", ")", "=", "+":
      // At the beginning of a line these make lists and headings; `www.` makes a link.
      return previous != "\n" && previous != " " && !(previous == "w" && scalar == ".")
    default: return false
    }
  }
}
