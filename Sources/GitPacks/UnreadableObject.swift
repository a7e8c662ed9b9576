/// An object that this reader does not vouch for; it is to be read by other means, one by one, or
/// counted as not looked at.
public struct UnreadableObject: Error, Hashable, Sendable {
  public enum Reason: String, Sendable, CaseIterable {
    case header = "its header in the pack is damaged"
    case checksum = "its bytes differ from the index's checksum"
    case truncated = "its file ends too early or cannot be read"
    case inflation = "its compressed bytes are damaged"
    case size = "its size is not the declared one"
    case ratio = "it declares more than its compressed bytes can hold"
    case tooLarge = "it is larger than the limit"
    case delta = "its delta is damaged"
    case missingBase = "the base of its delta is missing"
    case cycle = "its delta depends on itself"
    case damagedBase = "an object that it is built on cannot be read"
    case memory = "reading it would need more memory than the limit"
    case pack = "its pack is damaged"
  }

  public var name: ObjectName
  public var reason: Reason

  public init(name: ObjectName, reason: Reason) {
    self.name = name
    self.reason = reason
  }
}
