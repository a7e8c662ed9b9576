/// Walks delta trees depth first, each object once, on an explicit stack.
///
/// The heaviest child comes last and its parent's buffer is given back before descending into it,
/// so that at most log2(objects) + 2 buffers are alive. One walker for each worker.
@safe public final class TreeWalker {
  private struct Frame {
    var node: DeltaForest.Node
    var slot: Int
    /// Next child to look at; `none` when only the heaviest is left.
    var next: Int32
  }

  private let forest: DeltaForest
  private let limits: ReadingLimits
  private let reader: EntryReader
  private let builder: DeltaBuilder
  private var buffers: [ByteBuffer] = []
  private var free: [Int] = []
  private var frames: [Frame] = []

  /// Buffers that a rare large object blew up are given back beyond this.
  private static let keptBytes = 4 << 20

  /// - Parameter shortestRun: shorter runs need not be reported.
  /// - Returns: nil where memory is missing.
  public init?(_ forest: DeltaForest, limits: ReadingLimits = .init(), shortestRun: Int = 0) {
    guard let reader = EntryReader(forest, limits: limits) else { return nil }
    self.forest = forest
    self.limits = limits
    self.reader = reader
    builder = DeltaBuilder(limits: limits, shortestRun: shortestRun)
  }

  /// Most buffers that were alive at once.
  public var slotCount: Int { buffers.count }

  public func walk(_ tree: DeltaTree, _ visitor: any ObjectVisitor) {
    let root = tree.root
    guard let kind = forest.kind(of: root) else { return }
    let slot = takeSlot()
    if let reason = reader.whole(root, into: buffers[slot]) {
      release(slot)
      return fail(from: root, reason, visitor)
    }
    builder.runs.count = 0
    visit(root, kind, slot: slot, base: nil, visitor)
    enter(root, slot)
    while let frame = frames.last {
      let (child, isLast) = nextChild(frame)
      guard child != ForestLinks.none else {
        release(frame.slot)
        frames.removeLast()
        continue
      }
      step(to: child, from: frame, kind, isLast: isLast, visitor)
    }
  }

  private func step(
    to child: Int32, from frame: Frame, _ kind: ObjectKind, isLast: Bool,
    _ visitor: any ObjectVisitor
  ) {
    let slot = takeSlot()
    let output = buffers[slot]
    let failure = builder.build(child, by: reader, from: buffers[frame.slot], into: output) {
      hasRoom(for: $0, in: output)
    }
    if failure == nil {
      let base = WalkedObject.Base(
        node: frame.node, slot: frame.slot, count: buffers[frame.slot].count)
      visit(child, kind, slot: slot, base: base, visitor)
    }
    if isLast {
      release(frame.slot)
      frames.removeLast()
    }
    if let failure {
      release(slot)
      fail(from: child, failure, visitor)
    } else {
      enter(child, slot)
    }
  }

  /// The next needed child, the heaviest at the end; notes in the frame how far it came.
  private func nextChild(_ frame: Frame) -> (node: Int32, isLast: Bool) {
    let heaviest = forest.links.heaviest[Int(frame.node)]
    var next = frame.next
    while next != ForestLinks.none {
      let here = Int(next)
      let following = forest.links.nextSibling[here]
      if next != heaviest, forest.links.traits[here].contains([.reached, .needed]) {
        frames[frames.count - 1].next = following
        return (next, false)
      }
      next = following
    }
    return (heaviest, true)
  }

  /// Puts an object with children on the stack; one without gives its buffer back.
  private func enter(_ node: DeltaForest.Node, _ slot: Int) {
    if forest.links.heaviest[Int(node)] == ForestLinks.none {
      release(slot)
    } else {
      frames.append(Frame(node: node, slot: slot, next: forest.links.firstChild[Int(node)]))
    }
  }

  private func visit(
    _ node: DeltaForest.Node, _ kind: ObjectKind, slot: Int, base: WalkedObject.Base?,
    _ visitor: any ObjectVisitor
  ) {
    let traits = forest.links.traits[Int(node)]
    let object = WalkedObject(
      node: node, kind: kind, isDuplicate: traits.contains(.duplicate),
      hasDeltas: forest.links.heaviest[Int(node)] != ForestLinks.none, slot: slot, base: base)
    let bytes = unsafe buffers[slot].bytes
    let copied = unsafe builder.runs.runs
    unsafe visitor.visit(object, bytes: bytes.span, runs: copied.span)
  }

  /// Reports an object and everything built on it.
  private func fail(
    from node: DeltaForest.Node, _ reason: UnreadableObject.Reason, _ visitor: any ObjectVisitor
  ) {
    var waiting = [node]
    while let here = waiting.popLast() {
      let traits = forest.links.traits[Int(here)]
      guard traits.contains([.reached, .needed]) else { continue }
      if !traits.contains(.duplicate) { visitor.miss(here, here == node ? reason : .damagedBase) }
      var child = forest.links.firstChild[Int(here)]
      while child != ForestLinks.none {
        waiting.append(child)
        child = forest.links.nextSibling[Int(child)]
      }
    }
  }

  private func takeSlot() -> Int {
    if let slot = free.popLast() { return slot }
    buffers.append(ByteBuffer())
    return buffers.count - 1
  }

  private func release(_ slot: Int) {
    buffers[slot].shrink(above: Self.keptBytes)
    free.append(slot)
  }

  /// Keeps the sum of this worker's buffers under the limit; only large objects pay for the sum.
  private func hasRoom(for size: Int, in output: ByteBuffer) -> Bool {
    guard size > Self.keptBytes, size > output.capacity else { return true }
    let held = buffers.reduce(builder.delta.capacity) { $0 + $1.capacity }
    return held - output.capacity + size + size / 8 <= limits.workerBytes
  }
}
