/// One worker's way from a node to its inflated bytes: a value, so that a read is one access to it.
@safe struct EntryReader {
  private let forest: DeltaForest
  private let limits: ReadingLimits
  private let inflater: Inflater
  private var window: PackWindow

  init?(_ forest: DeltaForest, limits: ReadingLimits) {
    guard let inflater = Inflater() else { return nil }
    self.forest = forest
    self.limits = limits
    self.inflater = inflater
    window = PackWindow(forest.packs)
  }

  /// The content of a whole object.
  mutating func whole(_ node: DeltaForest.Node, into output: ByteMemory) -> UnreadableObject.Reason?
  {
    guard let pack = forest.pack(of: Int(node)) else { return looseObject(node, into: output) }
    return packed(node, in: pack, into: output, whole: true)
  }

  /// The inflated delta of an object that has a base.
  mutating func delta(_ node: DeltaForest.Node, into output: ByteMemory) -> UnreadableObject.Reason?
  {
    guard let pack = forest.pack(of: Int(node)) else { return .header }
    return packed(node, in: pack, into: output, whole: false)
  }

  private mutating func packed(
    _ node: DeltaForest.Node, in pack: Int, into output: ByteMemory, whole: Bool
  ) -> UnreadableObject.Reason? {
    let extent = forest.extent(of: Int(node), in: pack)
    guard extent.count <= ReadingLimits.largestEntry(limits) else { return .tooLarge }
    guard let bytes = unsafe window.bytes(extent, of: pack) else { return .truncated }
    guard let header = unsafe EntryHeader(bytes), header.isWhole == whole else {
      return .header
    }
    guard header.size <= UInt64(limits.objectBytes) else { return .tooLarge }
    let packed = unsafe UnsafeBufferPointer(rebasing: bytes[header.length...])
    guard Int(header.size) <= ReadingLimits.largestRatio * packed.count else { return .ratio }
    return unsafe inflater.inflate(packed, size: Int(header.size), into: output)
  }

  private func looseObject(
    _ node: DeltaForest.Node, into output: ByteMemory
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
