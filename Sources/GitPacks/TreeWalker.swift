/// Walks delta trees depth first, each object once. One walker for each worker.
public final class TreeWalker {
  private var walk: TreeWalk

  /// - Parameter shortestRun: shorter runs need not be reported.
  /// - Returns: nil where memory is missing.
  public init?(_ forest: DeltaForest, limits: ReadingLimits = .init(), shortestRun: Int = 0) {
    guard let walk = TreeWalk(forest, limits: limits, shortestRun: shortestRun) else { return nil }
    self.walk = walk
  }

  deinit { walk.free() }

  /// Most buffers that were alive at once.
  public var slotCount: Int { walk.slotCount }

  /// - Parameter visitor: must not use this walker before its walk is at an end.
  public func walk(_ tree: DeltaTree, _ visitor: any ObjectVisitor) { walk.walk(tree, visitor) }
}
