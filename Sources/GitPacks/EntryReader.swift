/// One worker's way from a node to its inflated bytes.
@safe final class EntryReader {
  private let forest: DeltaForest
  private let limits: ReadingLimits
  private let inflater: Inflater
  /// A stretch of one pack, read ahead where entries are wanted in file order.
  private let window = ByteBuffer()
  private var windowPack = -1
  private var windowStart = 0
  private var readAhead = EntryReader.page

  private static let page = 4096
  private static let furthest = 1 << 18

  init?(_ forest: DeltaForest, limits: ReadingLimits) {
    guard let inflater = Inflater() else { return nil }
    self.forest = forest
    self.limits = limits
    self.inflater = inflater
  }

  /// The content of a whole object.
  func whole(_ node: DeltaForest.Node, into output: ByteBuffer) -> UnreadableObject.Reason? {
    guard let pack = forest.pack(of: Int(node)) else { return looseObject(node, into: output) }
    return packed(node, in: pack, into: output, whole: true)
  }

  /// The inflated delta of an object that has a base.
  func delta(_ node: DeltaForest.Node, into output: ByteBuffer) -> UnreadableObject.Reason? {
    guard let pack = forest.pack(of: Int(node)) else { return .header }
    return packed(node, in: pack, into: output, whole: false)
  }

  private func packed(
    _ node: DeltaForest.Node, in pack: Int, into output: ByteBuffer, whole: Bool
  ) -> UnreadableObject.Reason? {
    let extent = forest.extent(of: Int(node), in: pack)
    guard extent.count <= ReadingLimits.largestEntry(limits), load(extent, of: pack) else {
      return extent.count > ReadingLimits.largestEntry(limits) ? .tooLarge : .truncated
    }
    let start = extent.lowerBound - windowStart
    let bytes = unsafe UnsafeBufferPointer(
      rebasing: window.bytes[start..<(start + extent.count)])
    guard let header = unsafe EntryHeader(bytes), (header.base == .none) == whole else {
      return .header
    }
    guard header.size <= UInt64(limits.objectBytes) else { return .tooLarge }
    let packed = unsafe UnsafeBufferPointer(rebasing: bytes[header.length...])
    guard Int(header.size) <= ReadingLimits.largestRatio * packed.count else { return .ratio }
    return unsafe inflater.inflate(packed, size: Int(header.size), into: output)
  }

  /// Brings an extent into the window.
  private func load(_ extent: Range<Int>, of pack: Int) -> Bool {
    let end = windowStart + window.count
    if pack == windowPack, extent.lowerBound >= windowStart, extent.upperBound <= end {
      return true
    }
    let near =
      pack == windowPack && extent.lowerBound >= windowStart
      && extent.lowerBound <= end + Self.page
    readAhead = near ? min(readAhead * 2, Self.furthest) : Self.page
    let file = forest.packs[pack]
    let count = min(max(extent.count, readAhead), file.end - extent.lowerBound)
    windowPack = -1
    window.reserve(count)
    window.count = count
    guard count >= extent.count,
      unsafe file.file.read(count, at: extent.lowerBound, into: window.base)
    else { return false }
    windowPack = pack
    windowStart = extent.lowerBound
    return true
  }

  private func looseObject(
    _ node: DeltaForest.Node, into output: ByteBuffer
  ) -> UnreadableObject.Reason? {
    let entry = forest.looseEntry(of: node)
    let path = forest.directories[entry.directory].path(of: entry.name)
    let file: ByteBuffer
    do throws(StorageProblem) {
      let input = try InputFile(path: path)
      guard input.size <= ReadingLimits.largestEntry(limits) else { return .tooLarge }
      file = try input.contents(limit: ReadingLimits.largestEntry(limits))
    } catch {
      return .truncated
    }
    guard let head = unsafe LooseObject(file.bytes) else { return .header }
    guard head.size <= limits.objectBytes else { return .tooLarge }
    guard head.size <= ReadingLimits.largestRatio * file.count else { return .ratio }
    let total = head.size + head.headerLength
    if let reason = unsafe inflater.inflate(file.bytes, size: total, into: output) {
      return reason
    }
    unsafe output.base.update(from: output.base + head.headerLength, count: head.size)
    output.count = head.size
    return nil
  }
}
