/// Builds the object of a delta entry from the content of its base, into buffers used again.
@safe final class DeltaBuilder {
  let delta = ByteBuffer()
  let runs = RunBuffer()
  private let limits: ReadingLimits
  private let shortestRun: Int

  init(limits: ReadingLimits, shortestRun: Int) {
    self.limits = limits
    self.shortestRun = shortestRun
  }

  /// - Parameter hasRoom: asked for the object's size before anything is allocated.
  func build(
    _ node: DeltaForest.Node, by reader: EntryReader, from base: ByteBuffer,
    into output: ByteBuffer, hasRoom: (Int) -> Bool
  ) -> UnreadableObject.Reason? {
    if let reason = reader.delta(node, into: delta) { return reason }
    guard let header = unsafe DeltaHeader(delta.bytes), header.baseSize == base.count else {
      return .delta
    }
    guard header.resultSize <= limits.objectBytes else { return .tooLarge }
    guard hasRoom(header.resultSize) else { return .memory }
    output.reserve(header.resultSize)
    output.count = header.resultSize
    let application = unsafe DeltaApplication(
      delta: UnsafeBufferPointer(rebasing: delta.bytes[header.length...]), base: base.bytes,
      result: UnsafeMutableBufferPointer(start: output.base, count: output.count),
      shortestRun: shortestRun)
    return application.run(into: runs) ? nil : .delta
  }
}
