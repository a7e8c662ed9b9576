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
  /// tables, links, mentions, issue references, HTML, emoji or lists. Sites look for mentions and
  /// references once more in the text that a reader sees; a space without width ends those there.
  private static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = "\n"
    var before: Unicode.Scalar = "\n"
    // Whether a line began with digits and nothing else came yet: a dot makes it a list.
    var counts = false
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if ends(previous, after: before, at: scalar) { result += "&#8203;" }
      let next = index + 1 < scalars.count ? scalars[index + 1] : "\n"
      let numbers = counts && (scalar == "." || scalar == ")") && [" ", "\t", "\n"].contains(next)
      let isDigit = ("0"..."9").contains(scalar)
      counts = isDigit && (counts || previous == "\n")
      if !numbers, isPlain(scalar, after: previous) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "&#\(scalar.value);"
      }
      (before, previous) = (previous, scalar)
    }
    return result
  }

  /// Whether a name or number after this mark is a mention or a reference: GitHub's `@ada`, `#1` and
  /// `GH-1`, GitLab's `!1`, `$1`, `%1`, `&1`, `~bug`. Addresses stay as they can be copied: where a
  /// site makes a link of one, its text is where it leads.
  private static func ends(
    _ mark: Unicode.Scalar, after before: Unicode.Scalar, at scalar: Unicode.Scalar
  ) -> Bool {
    switch mark {
    case "@", "#", "!", "$", "%", "&", "~", "^": isName(scalar)
    case "-": (before == "H" || before == "h") && ("0"..."9").contains(scalar)
    default: false
    }
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "\"", "_", "{": true
    default: scalar.value >= 0x80
    }
  }

  private static func isPlain(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Bool {
    guard scalar.value < 0x80 else { return true }
    switch scalar {
    // Spaces at the beginning of a line make code.
    case " ", "\t": return previous != "\n"
    case "a"..."z", "A"..."Z", "0"..."9", "\n", ",", ";", "'", "\"", "%", "/", "?":
      return true
    case ".", "-", "(", ")", "=", "+":
      // At the beginning of a line these make lists and headings; `www.` makes a link.
      return previous != "\n" && previous != " " && !(previous == "w" && scalar == ".")
    default: return false
    }
  }
}
