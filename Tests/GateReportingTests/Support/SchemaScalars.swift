import Foundation

/// The keywords of JSON Schema that look at one value.
enum SchemaScalars {
  static func problem(_ keyword: String, _ rule: JSONTree, _ value: JSONTree) -> String? {
    switch keyword {
    case "type":
      let names = rule.text.map { [$0] } ?? rule.texts
      return names.contains { isType(value, $0) } ? nil : "not of type \(names)"
    case "enum": return rule.items.contains(value) ? nil : "\(value) is not in the list"
    case "const": return rule == value ? nil : "not \(rule)"
    case "pattern":
      guard let text = value.text, let pattern = rule.text else { return nil }
      return matches(text, pattern) ? nil : "'\(text)' does not match \(pattern)"
    case "minLength", "maxLength":
      guard let text = value.text, let limit = rule.number else { return nil }
      let count = Double(text.unicodeScalars.count)
      return (keyword == "minLength" ? count >= limit : count <= limit) ? nil : "length \(count)"
    default:
      guard let number = value.number else { return nil }
      return holds(keyword, rule, number) ? nil : "\(number) against \(keyword)"
    }
  }

  static func matches(_ text: String, _ pattern: String) -> Bool {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return false }
    let all = NSRange(text.startIndex..., in: text)
    return expression.firstMatch(in: text, range: all) != nil
  }

  private static func holds(_ keyword: String, _ rule: JSONTree, _ number: Double) -> Bool {
    guard let limit = rule.number else { return true }
    return switch keyword {
    case "minimum": number >= limit
    case "maximum": number <= limit
    case "exclusiveMinimum": number > limit
    case "exclusiveMaximum": number < limit
    default: false
    }
  }

  private static func isType(_ value: JSONTree, _ name: String) -> Bool {
    switch (value, name) {
    case (.null, "null"), (.flag, "boolean"), (.text, "string"), (.array, "array"),
      (.object, "object"), (.number, "number"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}
