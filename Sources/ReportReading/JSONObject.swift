/// The members of a JSON object in their order; of equal names the first counts.
public struct JSONObject: Sendable, Equatable {
  public struct Member: Sendable, Equatable {
    public var key: String
    public var value: JSONValue

    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// Few enough that looking through them costs less than an index.
  static let small = 16

  public private(set) var members: [Member] = []
  /// Positions by name, kept for large objects only.
  private var index: [String: Int] = [:]

  public init() {}

  /// An object of members in their order.
  public init(_ members: [(String, JSONValue)]) {
    for (key, value) in members { add(key, value) }
  }

  public subscript(key: String) -> JSONValue? {
    position(of: key).map { members[$0].value }
  }

  public var count: Int { members.count }

  /// Adds a member, unless there is one of the name.
  mutating func add(_ key: String, _ value: JSONValue) {
    guard position(of: key) == nil else { return }
    members.append(Member(key: key, value: value))
    if members.count == Self.small {
      for (position, member) in members.enumerated() { index[member.key] = position }
    } else if members.count > Self.small {
      index[key] = members.count - 1
    }
  }

  private func position(of key: String) -> Int? {
    members.count < Self.small ? members.firstIndex { $0.key == key } : index[key]
  }
}
