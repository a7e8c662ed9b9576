/// Reads single objects out of a forest, bases first. One for each worker.
@safe public final class ObjectReader {
  private let forest: DeltaForest
  private var reader: EntryReader
  private var builder: DeltaBuilder
  private var current = ByteMemory()
  private var other = ByteMemory()

  /// - Returns: nil where memory is missing.
  public init?(_ forest: DeltaForest, limits: ReadingLimits = .init()) {
    guard let reader = EntryReader(forest, limits: limits) else { return nil }
    self.forest = forest
    self.reader = reader
    builder = DeltaBuilder(limits: limits, shortestRun: .max)
  }

  deinit {
    builder.free()
    current.free()
    other.free()
  }

  /// Hands the content of an object to `body`, valid during the call.
  public func read<Result>(
    _ node: DeltaForest.Node, _ body: (Span<UInt8>) -> Result
  ) throws(UnreadableObject) -> Result {
    if let reason = load(node) {
      throw UnreadableObject(name: forest.name(of: node), reason: reason)
    }
    let bytes = unsafe current.bytes
    return unsafe body(bytes.span)
  }

  /// Whether the content of an object has the name under which it is stored.
  public func isTrue(to node: DeltaForest.Node) throws(UnreadableObject) -> Bool {
    if let reason = load(node) {
      throw UnreadableObject(name: forest.name(of: node), reason: reason)
    }
    guard let kind = forest.kind(of: node) else { return false }
    var digest = SHA1()
    digest.update(Array("\(kind.word) \(current.count)\0".utf8))
    unsafe digest.update(current.bytes)
    return digest.finalized() == forest.name(of: node)
  }

  private func load(_ node: DeltaForest.Node) -> UnreadableObject.Reason? {
    guard forest.kind(of: node) != nil else { return .damagedBase }
    var chain: [DeltaForest.Node] = []
    var root = node
    // Reached nodes hang below a root, so this ends.
    while forest.links.parents[Int(root)] != ForestLinks.none {
      chain.append(root)
      root = forest.links.parents[Int(root)]
    }
    if let reason = reader.whole(root, into: current) { return reason }
    for step in chain.reversed() {
      if let failure = builder.read(step, by: &reader, for: current)
        ?? builder.build(from: current, into: other)
      {
        return failure
      }
      swap(&current, &other)
    }
    return nil
  }
}
