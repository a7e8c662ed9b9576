import PatternMatching
import RulePacks

/// Writes packs as Swift source: a string literal each, since arrays of bytes compile for minutes.
enum PackSource {
  /// - Throws: the first pattern that cannot be used.
  static func swift(_ packs: [RulePack]) throws -> String {
    var source = "// Written by rulepack-compiler from Rules/*.toml.\n"
    source += "enum BuiltInRulePacks {\n"
    for (index, pack) in packs.enumerated() {
      var bare = pack
      bare.rules = pack.rules.map { rule in
        var rule = rule
        rule.examples = []
        rule.counterExamples = []
        return rule
      }
      source +=
        "  static let bare\(index): StaticString = \(literal(RulePackEncoding.encode([bare])))\n"
      source +=
        "  static let full\(index): StaticString = \(literal(RulePackEncoding.encode([pack])))\n"
    }
    let patterns = packs.flatMap { $0.rules.compactMap(\.patternSource) }
    source += "  static let image: StaticString = \(literal(try PatternImage.text(of: patterns)))\n"
    let searcher = try PatternImage.searcherText(of: patterns)
    source += "  static let searcher: StaticString = \(literal(searcher))\n"
    let names = packs.indices
    source +=
      "  static let bare: [StaticString] = [\(names.map { "bare\($0)" }.joined(separator: ", "))]\n"
    source +=
      "  static let full: [StaticString] = [\(names.map { "full\($0)" }.joined(separator: ", "))]\n"
    return source + "}\n"
  }

  private static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\t": literal += "\\t"
      case "\r": literal += "\\r"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7f || scalar.value > 0x7e {
          literal += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          literal.unicodeScalars.append(scalar)
        }
      }
    }
    return literal + "\""
  }
}
