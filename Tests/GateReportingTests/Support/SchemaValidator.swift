import Foundation

/// A validator for the keywords that our schema and the export formats' schemas use (drafts 4 to
/// 2020-12). A keyword it does not know is a problem of its own, never passed over.
struct SchemaValidator {
  private let root: JSONTree
  private let others: [String: JSONTree]

  private static let annotations: Set<String> = [
    "$schema", "$id", "id", "$comment", "title", "description", "default", "examples", "example",
    "definitions", "$defs", "self", "format", "deprecated", "readOnly", "source",
  ]

  /// - Parameter others: further documents by the name a `$ref` uses.
  init(_ schema: JSONTree, others: [String: JSONTree] = [:]) {
    root = schema
    self.others = others
  }

  /// Problems with their places, at most `limit`.
  func problems(in value: JSONTree, definition: String? = nil, limit: Int = 20) -> [String] {
    var found: [String] = []
    var schema = root
    if let definition { schema = resolve(definition, in: root)?.0 ?? .null }
    check(value, schema, root, "$", &found)
    return Array(found.prefix(limit))
  }

  private func check(
    _ value: JSONTree, _ schema: JSONTree, _ document: JSONTree, _ at: String,
    _ found: inout [String]
  ) {
    guard case .object(let keywords) = schema else {
      if schema == .flag(false) { found.append("\(at): not allowed") }
      return
    }
    if let reference = keywords["$ref"]?.text {
      guard let (target, home) = resolve(reference, in: document) else {
        found.append("\(at): no schema \(reference)")
        return
      }
      check(value, target, home, at, &found)
    }
    for (keyword, rule) in keywords where keyword != "$ref" {
      checkKeyword(keyword, rule, keywords, value, document, at, &found)
    }
  }

  private func checkKeyword(
    _ keyword: String, _ rule: JSONTree, _ schema: [String: JSONTree], _ value: JSONTree,
    _ document: JSONTree, _ at: String, _ found: inout [String]
  ) {
    switch keyword {
    case "allOf", "anyOf", "oneOf", "not", "if", "then", "else":
      checkCombination(keyword, rule, schema, value, document, at, &found)
    case "properties", "additionalProperties", "patternProperties", "required", "minProperties",
      "dependencies", "propertyNames":
      checkObject(keyword, rule, schema, value, document, at, &found)
    case "items", "prefixItems", "minItems", "maxItems", "uniqueItems", "additionalItems":
      checkArray(keyword, rule, value, document, at, &found)
    case "type", "enum", "const", "pattern", "minLength", "maxLength", "minimum", "maximum",
      "exclusiveMinimum", "exclusiveMaximum":
      if let problem = SchemaScalars.problem(keyword, rule, value) {
        found.append("\(at): \(problem)")
      }
    default:
      if !Self.annotations.contains(keyword), !keyword.hasPrefix("x-") {
        found.append("\(at): the validator does not know \(keyword)")
      }
    }
  }

  private func checkCombination(
    _ keyword: String, _ rule: JSONTree, _ schema: [String: JSONTree], _ value: JSONTree,
    _ document: JSONTree, _ at: String, _ found: inout [String]
  ) {
    func problems(_ schema: JSONTree) -> [String] {
      var found: [String] = []
      check(value, schema, document, at, &found)
      return found
    }
    switch keyword {
    case "allOf": for part in rule.items { found += problems(part) }
    case "anyOf":
      let all = rule.items.map(problems)
      if all.allSatisfy({ !$0.isEmpty }) {
        found.append("\(at): none of anyOf (\(all.first?.first ?? ""))")
      }
    case "oneOf":
      let all = rule.items.map(problems)
      let matching = all.count { $0.isEmpty }
      if matching != 1 {
        found.append("\(at): \(matching) of oneOf (\(all.flatMap { $0 }.prefix(3)))")
      }
    case "not": if problems(rule).isEmpty { found.append("\(at): matches what it must not") }
    case "if":
      let branch = problems(rule).isEmpty ? schema["then"] : schema["else"]
      if let branch { found += problems(branch) }
    default: return
    }
  }

  private func checkObject(
    _ keyword: String, _ rule: JSONTree, _ schema: [String: JSONTree], _ value: JSONTree,
    _ document: JSONTree, _ at: String, _ found: inout [String]
  ) {
    guard case .object(let members) = value else { return }
    switch keyword {
    case "properties":
      guard case .object(let properties) = rule else { return }
      for (name, part) in properties {
        if let member = members[name] { check(member, part, document, "\(at).\(name)", &found) }
      }
    case "additionalProperties":
      for (name, member) in members where !isDeclared(name, schema) {
        check(member, rule, document, "\(at).\(name)", &found)
      }
    case "required":
      for name in rule.texts where members[name] == nil { found.append("\(at): no \(name)") }
    case "minProperties":
      if Double(members.count) < rule.number ?? 0 { found.append("\(at): too few members") }
    case "dependencies":
      guard case .object(let rules) = rule else { return }
      for (name, needs) in rules where members[name] != nil {
        for need in needs.texts where members[need] == nil {
          found.append("\(at): \(name) needs \(need)")
        }
      }
    default: return
    }
  }

  private func isDeclared(_ name: String, _ schema: [String: JSONTree]) -> Bool {
    if schema["properties"]?[name] != nil { return true }
    guard case .object(let patterns)? = schema["patternProperties"] else { return false }
    return patterns.keys.contains { SchemaScalars.matches(name, $0) }
  }

  private func checkArray(
    _ keyword: String, _ rule: JSONTree, _ value: JSONTree, _ document: JSONTree, _ at: String,
    _ found: inout [String]
  ) {
    guard case .array(let items) = value else { return }
    switch keyword {
    case "items":
      for (index, item) in items.enumerated() {
        check(item, rule, document, "\(at)[\(index)]", &found)
      }
    case "minItems": if Double(items.count) < rule.number ?? 0 { found.append("\(at): too few") }
    case "maxItems": if Double(items.count) > rule.number ?? 0 { found.append("\(at): too many") }
    case "uniqueItems":
      guard rule == .flag(true) else { return }
      for (index, item) in items.enumerated() where items[..<index].contains(item) {
        found.append("\(at)[\(index)]: a second time")
      }
    default: return
    }
  }

  /// The schema a reference names, and the document it stands in.
  private func resolve(_ reference: String, in document: JSONTree) -> (JSONTree, JSONTree)? {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var home = document
    if let file = parts.first, !file.isEmpty {
      guard let other = others[String(file)] else { return nil }
      home = other
    }
    var target = home
    for step in (parts.count > 1 ? parts[1] : "").split(separator: "/") {
      let name = String(step.replacing("~1", with: "/").replacing("~0", with: "~"))
      guard let next = target[name] ?? Int(name).flatMap({ target[$0] }) else { return nil }
      target = next
    }
    return (target, home)
  }
}
