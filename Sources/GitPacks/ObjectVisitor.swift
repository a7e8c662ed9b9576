/// Receives the objects of delta trees, each after its base.
///
/// One call an object, so that dynamic dispatch costs nothing.
public protocol ObjectVisitor: AnyObject {
  /// - Parameters:
  ///   - bytes: the whole content, valid during the call.
  ///   - runs: what was copied from the base, ascending by destination; empty for a whole object.
  ///     Bytes outside of all runs may be copies as well.
  func visit(_ object: WalkedObject, bytes: Span<UInt8>, runs: Span<CopyRun>)

  /// An object that could not be read, or that is built on such a one; never a duplicate.
  func miss(_ node: DeltaForest.Node, _ reason: UnreadableObject.Reason)
}
