import FindingModel
import ReportReading

/// The numbers of a report under the names people know them by, in order. nil is `null`:
/// unknown, and never zero.
struct Numbers: Sendable {
  private(set) var members: [(String, JSONValue)] = []

  mutating func set(_ name: String, _ value: JSONValue) { members.append((name, value)) }

  mutating func set(_ name: String, _ count: Int?) { set(name, .count(count)) }

  mutating func set(_ name: String, _ real: Double?) { set(name, .real(real)) }

  mutating func set(_ name: String, _ text: String?) {
    set(name, text.map(JSONValue.string) ?? .null)
  }

  mutating func set(_ name: String, _ flag: Bool?) { set(name, flag.map(JSONValue.bool) ?? .null) }

  mutating func set(_ name: String, _ nested: Numbers?) { set(name, nested?.value ?? .null) }

  var value: JSONValue { .object(JSONObject(members)) }

  func masked(by mask: some TextMasking) -> Numbers {
    var copy = Numbers()
    for (name, value) in members { copy.set(name, value.masked(by: mask)) }
    return copy
  }
}

extension JSONValue {
  static func count(_ count: Int?) -> JSONValue { count.map { .number(String($0)) } ?? .null }

  /// What JSON cannot hold is unknown.
  static func real(_ real: Double?) -> JSONValue {
    guard let real, real.isFinite else { return .null }
    return .number(real.description)
  }

  fileprivate func masked(by mask: some TextMasking) -> JSONValue {
    switch self {
    case .null, .bool, .number: self
    case .string(let text): .string(mask.masked(text))
    case .array(let elements): .array(elements.map { $0.masked(by: mask) })
    case .object(let object):
      .object(
        JSONObject(object.members.map { (mask.masked($0.key), $0.value.masked(by: mask)) }))
    }
  }
}
