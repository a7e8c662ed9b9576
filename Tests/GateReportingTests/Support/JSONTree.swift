import Foundation

/// JSON as a tree, for checks.
indirect enum JSONTree: Equatable, Decodable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case array([JSONTree])
  case object([String: JSONTree])

  init(_ bytes: some Collection<UInt8>) throws {
    self = try JSONDecoder().decode(JSONTree.self, from: Data(bytes))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let items = try? container.decode([JSONTree].self) {
      self = .array(items)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  subscript(_ key: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  subscript(_ index: Int) -> JSONTree? {
    guard case .array(let items) = self, items.indices.contains(index) else { return nil }
    return items[index]
  }

  var items: [JSONTree] {
    guard case .array(let items) = self else { return [] }
    return items
  }

  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  var texts: [String] { items.compactMap(\.text) }
}

extension JSONTree {
  /// A schema in which every object with declared properties refuses all others.
  var closed: JSONTree {
    switch self {
    case .array(let items): return .array(items.map(\.closed))
    case .object(var members):
      members = members.mapValues(\.closed)
      if members["type"] == .text("object"), members["properties"] != nil {
        members["additionalProperties"] = .flag(false)
      }
      return .object(members)
    default: return self
    }
  }
}
