/// A JSON value with lenient accessors: a missing member is ``null``, a value of another type
/// reads as nil, and nothing traps. Numbers stay as they are written, so that none is rounded,
/// overflows or turns into infinity before somebody asks for it.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// A member by its name; ``null`` where there is none, or where this is no object.
  public subscript(key: String) -> JSONValue {
    if case .object(let object) = self { object[key] ?? .null } else { .null }
  }

  /// Whether this is an object that has the member, be it null.
  public func has(_ key: String) -> Bool { object?[key] != nil }

  public var isNull: Bool { self == .null }

  /// The text of a string.
  public var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The text of a string that has more than white space in it.
  public var text: String? {
    guard let string, string.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    return string
  }

  /// A text, or a number or boolean as it is written.
  public var scalar: String? {
    switch self {
    case .number(let number): number
    case .bool(let flag): flag ? "true" : "false"
    default: text
    }
  }

  /// A whole number, also one in a string or written as `3.0`.
  public var integer: Int? {
    guard let scalar else { return nil }
    if let exact = Int(scalar) { return exact }
    return Double(scalar).flatMap(Int.init(exactly:))
  }

  /// A finite number, also one in a string.
  public var real: Double? {
    guard let scalar, let value = Double(scalar), value.isFinite else { return nil }
    return value
  }

  /// true or false, also as a string.
  public var flag: Bool? {
    switch self {
    case .bool(let flag): flag
    case .string("true"), .string("True"): true
    case .string("false"), .string("False"): false
    default: nil
    }
  }

  /// The elements of an array, else none.
  public var elements: [JSONValue] { if case .array(let array) = self { array } else { [] } }

  public var isArray: Bool { if case .array = self { true } else { false } }

  public var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

  /// The members of an object in their order, else none.
  public var members: [JSONObject.Member] { object?.members ?? [] }

  /// The texts of an array of strings, or of one string.
  public var texts: [String] {
    if let text { return [text] }
    return elements.compactMap(\.text)
  }
}
