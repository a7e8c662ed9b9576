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

  /// - Parameter other: of the same size, or empty.
  mutating func formUnion(_ other: NodeSet) {
    for index in other.words.indices where index < words.count {
      words[index] |= other.words[index]
    }
  }

  /// Calls `body` for each, ascending.
  func visit(_ body: (Int32) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(Int32(index << 6 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
  }

  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
}
