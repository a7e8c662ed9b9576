/// A set of objects of a forest, one bit for each.
public struct NodeSet: Sendable {
  @usableFromInline var words: [UInt64]

  /// - Parameter count: one more than the largest number it may hold.
  public init(count: Int) { words = [UInt64](repeating: 0, count: (max(count, 0) + 63) / 64) }

  @inlinable
  public func contains(_ node: Int32) -> Bool {
    let index = Int(node) >> 6
    return index >= 0 && index < words.count && words[index] >> UInt64(node & 63) & 1 == 1
  }

  /// Numbers beyond the size are passed over.
  public mutating func insert(_ node: Int32) {
    let index = Int(node) >> 6
    if index >= 0, index < words.count { words[index] |= 1 << UInt64(node & 63) }
  }

  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
}
