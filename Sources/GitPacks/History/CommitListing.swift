/// Reads tree, parents and date of the commits that it meets in a walk. One for each worker; a
/// visitor that has other business with commits may hand their bytes on with `add`.
public final class CommitListing: ObjectVisitor {
  /// A commit, its tree and its date.
  public struct Row: Sendable {
    public var tree: ObjectName
    public var node: DeltaForest.Node
    /// Seconds since 1970.
    public var seconds: Int
    /// Where its parents are in `parents`.
    public var parents: Range<UInt32>
  }

  /// What one worker has read.
  public struct Part: Sendable {
    public internal(set) var rows: [Row] = []
    public internal(set) var parents: [ObjectName] = []
    /// Commits that could not be read, or that are none by their bytes.
    public internal(set) var missed: [DeltaForest.Node] = []
  }

  public private(set) var part = Part()

  public init() {}

  public func visit(_ object: WalkedObject, bytes: Span<UInt8>, runs: Span<CopyRun>) {
    if object.kind == .commit, !object.isDuplicate { add(object.node, bytes) }
  }

  public func miss(_ node: DeltaForest.Node, _ reason: UnreadableObject.Reason) {
    part.missed.append(node)
  }

  /// Takes the content of a commit.
  public func add(_ node: DeltaForest.Node, _ bytes: Span<UInt8>) {
    let start = UInt32(part.parents.count)
    let links = unsafe bytes.withUnsafeBufferPointer {
      unsafe CommitLinks($0, parents: &part.parents)
    }
    guard let links else {
      part.parents.removeSubrange(Int(start)...)
      part.missed.append(node)
      return
    }
    part.rows.append(
      Row(
        tree: links.tree, node: node, seconds: links.seconds,
        parents: start..<UInt32(part.parents.count)))
  }
}
