/// What a worker has read of the packs: the blocks of late, since a delta mostly lies near its base,
/// and near what was built on the same base.
@safe struct PackWindow {
  private struct Block: Equatable {
    var pack = -1
    var number = -1
  }

  private static let blockSize = 1 << 12
  /// A power of two. Blocks that follow each other in a pack do so in memory too, but for the last
  /// and the first place.
  private static let blockCount = 256
  /// Blocks that are read in one call where the pack is read one block after the other: a call costs
  /// as much as four blocks.
  private static let mostAtOnce = 4

  private let packs: [PackEntries]
  private var blocks: [Block]
  private let content = ByteBuffer(capacity: blockSize * blockCount)
  /// An entry that lies in many blocks.
  private let whole = ByteBuffer()

  init(_ packs: [PackEntries]) {
    self.packs = packs
    blocks = Array(repeating: Block(), count: Self.blockCount)
  }

  /// The bytes of an extent, valid until the next call; nil where the file is shorter.
  mutating func bytes(_ extent: Range<Int>, of pack: Int) -> UnsafeBufferPointer<UInt8>? {
    let first = extent.lowerBound / Self.blockSize
    let last = max(extent.upperBound - 1, extent.lowerBound) / Self.blockSize
    let slot = first % Self.blockCount
    guard last - first < 2, slot + last - first < Self.blockCount else {
      return unsafe readWhole(extent, of: pack)
    }
    guard extent.upperBound <= packs[pack].end, holds(first, of: pack, next: last),
      last == first || holds(last, of: pack, next: last)
    else { return nil }
    let start = slot * Self.blockSize + extent.lowerBound - first * Self.blockSize
    return unsafe UnsafeBufferPointer(start: content.base + start, count: extent.count)
  }

  /// Reads a block if it is not at hand; false where the file is shorter.
  ///
  /// - Parameter next: the last block that is wanted besides.
  private mutating func holds(_ number: Int, of pack: Int, next: Int) -> Bool {
    if isAtHand(number, pack) { return true }
    let isInOrder = number > 0 && isAtHand(number - 1, pack)
    let wanted = isInOrder ? Self.mostAtOnce : next - number + 1
    let most = min(wanted, Self.blockCount - number % Self.blockCount)
    var count = 1
    while count < most, !isAtHand(number + count, pack) { count += 1 }
    return read(number, count: count, of: pack) || count > 1 && read(number, count: 1, of: pack)
  }

  @inline(__always)
  private func isAtHand(_ number: Int, _ pack: Int) -> Bool {
    blocks[number % Self.blockCount] == Block(pack: pack, number: number)
  }

  private mutating func read(_ number: Int, count: Int, of pack: Int) -> Bool {
    let slot = number % Self.blockCount
    let start = number * Self.blockSize
    let size = min(count * Self.blockSize, packs[pack].end - start)
    guard size > 0 else { return false }
    let read = (size + Self.blockSize - 1) / Self.blockSize
    for place in slot..<(slot + read) { blocks[place] = Block() }
    guard unsafe packs[pack].file.read(size, at: start, into: content.base + slot * Self.blockSize)
    else { return false }
    for place in 0..<read { blocks[slot + place] = Block(pack: pack, number: number + place) }
    return true
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
