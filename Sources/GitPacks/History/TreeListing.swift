/// Reads trees in a walk: what a tree has from its base is taken over from the base's list, only
/// the rest is parsed. One for each worker; see `TreeGraph`.
public final class TreeListing: ObjectVisitor {
  private var reading: TreeReading

  /// - Parameter wanted: files that are looked for; folders are kept anyway.
  public init(_ forest: DeltaForest, wanted: NodeSet) {
    reading = TreeReading(forest, wanted: wanted)
  }

  deinit { reading.free() }

  public func visit(_ object: WalkedObject, bytes: Span<UInt8>, runs: Span<CopyRun>) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe runs.withUnsafeBufferPointer { runs in
        unsafe reading.visit(object, bytes, runs)
      }
    }
  }

  public func miss(_ node: DeltaForest.Node, _ reason: UnreadableObject.Reason) {
    reading.miss(node)
  }

  /// A tree that was read by other means.
  public func add(_ node: DeltaForest.Node, bytes: Span<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { unsafe reading.add(node, $0) }
  }

  /// Everything read so far; the listing begins anew.
  public func take() -> TreePart { reading.take() }
}
