/// Builds the object of a delta entry from the content of its base, into memory used again; its
/// owner frees it.
@safe struct DeltaBuilder {
  let delta = ByteMemory()
  var runs = RunBuffer()
  private var header = DeltaHeader()
  private let limits: ReadingLimits
  private let shortestRun: Int

  init(limits: ReadingLimits, shortestRun: Int) {
    self.limits = limits
    self.shortestRun = shortestRun
  }

  func free() {
    delta.free()
    runs.free()
  }

  /// Bytes of the object whose delta was read.
  var size: Int { header.resultSize }

  /// The first step: reads the delta, whose object may then be built if there is room for it.
  mutating func read(
    _ node: DeltaForest.Node, by reader: inout EntryReader, for base: ByteMemory
  ) -> UnreadableObject.Reason? {
    if let reason = reader.delta(node, into: delta) { return reason }
    guard let header = unsafe DeltaHeader(delta.bytes), header.baseSize == base.count else {
      return .delta
    }
    guard header.resultSize <= limits.objectBytes else { return .tooLarge }
    self.header = header
    return nil
  }

  /// The second step.
  mutating func build(
    from base: ByteMemory, into output: ByteMemory
  ) -> UnreadableObject.Reason? {
    output.reserve(header.resultSize)
    output.count = header.resultSize
    let application = unsafe DeltaApplication(
      delta: UnsafeBufferPointer(rebasing: delta.bytes[header.length...]), base: base.bytes,
      result: UnsafeMutableBufferPointer(start: output.base, count: output.count),
      shortestRun: shortestRun)
    return application.run(into: &runs) ? nil : .delta
  }
}
