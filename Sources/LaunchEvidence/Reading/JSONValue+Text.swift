import ReportReading

extension JSONValue {
  /// The value as JSON text in ASCII: what is above it is escaped, so that a name in a report
  /// cannot change how a terminal shows the rest. Objects break lines down to the second level.
  func text(indent: Int) -> String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): number
    case .string(let text): Self.quoted(text)
    case .array(let elements):
      "[" + elements.map { $0.text(indent: indent + 1) }.joined(separator: ", ") + "]"
    case .object(let object): Self.text(of: object, indent: indent)
    }
  }

  private static func text(of object: JSONObject, indent: Int) -> String {
    let members = object.members.map {
      quoted($0.key) + ": " + $0.value.text(indent: indent + 1)
    }
    guard indent < 2, !members.isEmpty else { return "{" + members.joined(separator: ", ") + "}" }
    let space = String(repeating: "  ", count: indent)
    return "{\n" + members.map { space + "  " + $0 }.joined(separator: ",\n") + "\n\(space)}"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x22: result += "\\\""
      case 0x5c: result += "\\\\"
      case 0x0a: result += "\\n"
      case 0x20..<0x7f: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result + "\""
  }
}
