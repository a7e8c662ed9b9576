/// The published JSON Schema of `.secgate.toml`, made from the same list of keys that the reader
/// knows, so that editors complete exactly what is read.
public enum ConfigurationSchema {
  /// JSON, indented, the same bytes each time.
  public static var text: String {
    var writer = SchemaWriter()
    writer.object {
      $0.member("$schema", "\"https://json-schema.org/draft/2020-12/schema\"")
      $0.member("title", "\"secgate configuration\"")
      $0.table("")
    }
    return writer.text + "\n"
  }
}

/// Writes nested JSON objects with two spaces a level.
private struct SchemaWriter {
  private(set) var text = ""
  private var depth = 0
  private var isFirst = true

  mutating func object(_ body: (inout SchemaWriter) -> Void) {
    text += "{"
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    text += "\n" + String(repeating: "  ", count: depth) + "}"
    isFirst = false
  }

  /// - Parameter value: JSON already.
  mutating func member(_ name: String, _ value: String) {
    begin(name)
    text += value
  }

  mutating func member(_ name: String, _ body: (inout SchemaWriter) -> Void) {
    begin(name)
    object(body)
  }

  private mutating func begin(_ name: String) {
    text += (isFirst ? "\n" : ",\n") + String(repeating: "  ", count: depth) + "\"\(name)\": "
    isFirst = false
  }

  /// The members that describe a table of the key list.
  mutating func table(_ place: String) {
    let keys = ConfigurationKeys.places[place] ?? []
    member("type", "\"object\"")
    member("additionalProperties", "false")
    let required = keys.filter(\.isRequired).map { "\"\($0.name)\"" }
    if !required.isEmpty { member("required", "[" + required.joined(separator: ", ") + "]") }
    member("properties") { writer in
      for key in keys {
        writer.member(key.name) { inner in
          inner.member("description", Self.quoted(key.summary))
          inner.kind(key.kind)
        }
      }
    }
  }

  private mutating func kind(_ kind: ConfigurationKey.Kind) {
    switch kind {
    case .text: member("type", "\"string\"")
    case .flag: member("type", "\"boolean\"")
    case .count:
      member("type", "\"integer\"")
      member("minimum", "0")
    case .number(let range):
      member("type", "\"number\"")
      member("minimum", "\(range.lowerBound)")
      member("maximum", "\(range.upperBound)")
    case .duration:
      member("type", "\"string\"")
      member("pattern", #""^[0-9]+ *[smhdw]$""#)
    case .size: member("type", #"["string", "integer"]"#)
    case .day: member("type", "\"string\"")
    case .word(let words):
      member("enum", "[" + words.map(Self.quoted).joined(separator: ", ") + "]")
    case .list(let element):
      member("type", "\"array\"")
      member("items") { $0.kind(element) }
    case .bySeverity(let value):
      named(["critical", "high", "medium", "low", "info"]) {
        $0.kind(value)
      }
    case .table(let place): table(place)
    case .tables(let place):
      member("type", "\"array\"")
      member("items") { $0.table(place) }
    case .named(let place, let names?): named(names) { $0.table(place) }
    case .named(let place, nil):
      member("type", "\"object\"")
      member("additionalProperties") { $0.table(place) }
    }
  }

  private mutating func named(_ names: [String], _ body: (inout SchemaWriter) -> Void) {
    member("type", "\"object\"")
    member("additionalProperties", "false")
    member("properties") { writer in
      for name in names { writer.member(name, body) }
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
