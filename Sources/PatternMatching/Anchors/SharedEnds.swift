/// The beginning and the end that two contents share, as far as they do not overlap in either: what
/// one version of a file mostly has of another.
public struct SharedEnds: Hashable, Sendable {
  /// Bytes.
  public let beginning: Int
  public let end: Int
  private let baseSize: Int
  private let size: Int

  public init(_ base: Span<UInt8>, _ content: Span<UInt8>) {
    (baseSize, size) = (base.count, content.count)
    (beginning, end) = unsafe base.withUnsafeBytes { base in
      unsafe content.withUnsafeBytes { content in
        let most = min(base.count, content.count)
        let beginning = unsafe Self.beginning(base, content, most)
        return unsafe (beginning, Self.end(base, content, most - beginning))
      }
    }
  }

  /// What the content has of the base, ascending. Stretches that are too short to preserve a guard
  /// are left out.
  public var copies: [CopiedStretch] {
    // Larger contents than a number of 32 bits holds are searched whole.
    guard max(baseSize, size) <= Int(Int32.max) else { return [] }
    let shortest = 2 + PatternWorker.guardReach
    var copies: [CopiedStretch] = []
    if beginning >= shortest {
      copies.append(CopiedStretch(source: 0, destination: 0, length: Int32(beginning)))
    }
    if end >= shortest {
      copies.append(
        CopiedStretch(
          source: Int32(baseSize - end), destination: Int32(size - end), length: Int32(end)))
    }
    return copies
  }

  private static func beginning(
    _ base: UnsafeRawBufferPointer, _ content: UnsafeRawBufferPointer, _ most: Int
  ) -> Int {
    var count = 0
    while count + 8 <= most,
      unsafe base.loadUnaligned(fromByteOffset: count, as: UInt64.self)
        == content.loadUnaligned(fromByteOffset: count, as: UInt64.self)
    {
      count += 8
    }
    while count < most, unsafe base[count] == content[count] { count += 1 }
    return count
  }

  private static func end(
    _ base: UnsafeRawBufferPointer, _ content: UnsafeRawBufferPointer, _ most: Int
  ) -> Int {
    let (first, second) = (base.count, content.count)
    var count = 0
    while count + 8 <= most,
      unsafe base.loadUnaligned(fromByteOffset: first - count - 8, as: UInt64.self)
        == content.loadUnaligned(fromByteOffset: second - count - 8, as: UInt64.self)
    {
      count += 8
    }
    while count < most, unsafe base[first - count - 1] == content[second - count - 1] { count += 1 }
    return count
  }
}
