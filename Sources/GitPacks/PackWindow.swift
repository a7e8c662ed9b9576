/// What a worker has read of the packs: the blocks of late, since a delta mostly lies near its base,
/// and near what was built on the same base.
@safe struct PackWindow {
  private struct Block {
    var pack = -1
    var number = -1
    /// Bytes in use.
    var count = 0
  }

  /// Large enough that a system call is for many entries, small enough that one that is wanted for a
  /// single entry costs little.
  private static let blockSize = 1 << 12
  /// Read behind each block, so that a short entry at its end needs no call of its own.
  private static let overlap = 1 << 9
  /// What a block takes of `content`.
  private static let stride = blockSize + overlap
  private static let blockCount = 256

  private let packs: [PackEntries]
  private var blocks: [Block]
  private let content = ByteBuffer(capacity: stride * blockCount)
  /// An entry that does not lie in one block.
  private let whole = ByteBuffer()

  init(_ packs: [PackEntries]) {
    self.packs = packs
    blocks = Array(repeating: Block(), count: Self.blockCount)
  }

  /// The bytes of an extent, valid until the next call; nil where the file is shorter.
  mutating func bytes(_ extent: Range<Int>, of pack: Int) -> UnsafeBufferPointer<UInt8>? {
    let number = extent.lowerBound / Self.blockSize
    let start = number * Self.blockSize
    guard extent.upperBound <= start + Self.stride else {
      return unsafe readWhole(extent, of: pack)
    }
    let slot = number % Self.blockCount
    let base = unsafe content.base + slot * Self.stride
    if blocks[slot].pack != pack || blocks[slot].number != number {
      blocks[slot].pack = -1
      let count = min(Self.stride, packs[pack].end - start)
      guard unsafe count > 0 && packs[pack].file.read(count, at: start, into: base) else {
        return nil
      }
      blocks[slot] = Block(pack: pack, number: number, count: count)
    }
    guard extent.upperBound - start <= blocks[slot].count else { return nil }
    return unsafe UnsafeBufferPointer(
      start: base + (extent.lowerBound - start), count: extent.count)
  }

  private func readWhole(_ extent: Range<Int>, of pack: Int) -> UnsafeBufferPointer<UInt8>? {
    whole.reserve(extent.count)
    whole.count = extent.count
    guard
      unsafe packs[pack].file.read(extent.count, at: extent.lowerBound, into: whole.base)
    else { return nil }
    return unsafe whole.bytes
  }
}
