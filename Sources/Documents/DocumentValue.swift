/// One value of a TOML or YAML document.
public enum DocumentValue: Sendable, Hashable {
  case string(String)
  case integer(Int)
  case double(Double)
  case boolean(Bool)
  /// A local date, as `YYYY-MM-DD`.
  case date(String)
  /// A time or date with time, as written.
  case moment(String)
  case array([DocumentValue])
  case table(DocumentTable)
  /// YAML only.
  case null

  /// For messages: "a string", "a whole number".
  public var kind: String {
    switch self {
    case .string: "a string"
    case .integer: "a whole number"
    case .double: "a number"
    case .boolean: "true or false"
    case .date: "a date"
    case .moment: "a time"
    case .array: "an array"
    case .table: "a table"
    case .null: "nothing"
    }
  }
}
