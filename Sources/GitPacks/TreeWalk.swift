/// The state of a `TreeWalker`: one value in plain memory, so that a walk is one access to it and
/// no object costs a count or a check of ownership.
///
/// An explicit stack; the heaviest child comes last and its parent's buffer is given back before
/// descending into it, so that at most log2(objects) + 2 buffers are alive.
@safe struct TreeWalk {
  private struct Frame {
    var node: DeltaForest.Node
    var slot: Int
    /// Next child to look at; `none` when only the heaviest is left.
    var next: Int32
  }

  private let forest: DeltaForest
  private let limits: ReadingLimits
  private var reader: EntryReader
  private var builder: DeltaBuilder
  /// By slot.
  private var buffers = PlainStack<ByteMemory>()
  private var unused = PlainStack<Int>()
  private var frames = PlainStack<Frame>()

  /// Buffers that a rare large object blew up are given back beyond this.
  private static let keptBytes = 4 << 20

  init?(_ forest: DeltaForest, limits: ReadingLimits, shortestRun: Int) {
    guard let reader = EntryReader(forest, limits: limits) else { return nil }
    self.forest = forest
    self.limits = limits
    self.reader = reader
    builder = DeltaBuilder(limits: limits, shortestRun: shortestRun)
  }

  func free() {
    builder.free()
    for slot in 0..<buffers.count { buffers[slot].free() }
    buffers.free()
    unused.free()
    frames.free()
  }

  var slotCount: Int { buffers.count }

  mutating func walk(_ tree: DeltaTree, _ visitor: any ObjectVisitor) {
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
        _ = frames.pop()
        continue
      }
      step(to: child, from: frame, kind, isLast: isLast, visitor)
    }
  }

  private mutating func step(
    to child: Int32, from frame: Frame, _ kind: ObjectKind, isLast: Bool,
    _ visitor: any ObjectVisitor
  ) {
    let slot = takeSlot()
    let source = buffers[frame.slot]
    let failure = build(child, from: source, into: buffers[slot])
    if failure == nil {
      let base = WalkedObject.Base(node: frame.node, slot: frame.slot, count: source.count)
      visit(child, kind, slot: slot, base: base, visitor)
    }
    if isLast {
      release(frame.slot)
      _ = frames.pop()
    }
    if let failure {
      release(slot)
      fail(from: child, failure, visitor)
    } else {
      enter(child, slot)
    }
  }

  private mutating func build(
    _ node: DeltaForest.Node, from base: ByteMemory, into output: ByteMemory
  ) -> UnreadableObject.Reason? {
    if let reason = builder.read(node, by: &reader, for: base) { return reason }
    guard hasRoom(for: builder.size, in: output) else { return .memory }
    return builder.build(from: base, into: output)
  }

  /// The next needed child, the heaviest at the end; notes in the frame how far it came.
  private func nextChild(_ frame: Frame) -> (node: Int32, isLast: Bool) {
    let heaviest = forest.links.heaviest[Int(frame.node)]
    var next = frame.next
    while next != ForestLinks.none {
      let here = Int(next)
      let following = forest.links.nextSibling[here]
      if next != heaviest, forest.links.traits[here].contains([.reached, .needed]) {
        frames[frames.count - 1] = Frame(node: frame.node, slot: frame.slot, next: following)
        return (next, false)
      }
      next = following
    }
    return (heaviest, true)
  }

  /// Puts an object with children on the stack; one without gives its buffer back.
  private mutating func enter(_ node: DeltaForest.Node, _ slot: Int) {
    if forest.links.heaviest[Int(node)] == ForestLinks.none {
      release(slot)
    } else {
      frames.push(Frame(node: node, slot: slot, next: forest.links.firstChild[Int(node)]))
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

  private mutating func takeSlot() -> Int {
    if let slot = unused.pop() { return slot }
    buffers.push(ByteMemory())
    return buffers.count - 1
  }

  private mutating func release(_ slot: Int) {
    buffers[slot].shrink(above: Self.keptBytes)
    unused.push(slot)
  }

  /// Keeps the sum of this worker's buffers under the limit; only large objects pay for the sum.
  private func hasRoom(for size: Int, in output: ByteMemory) -> Bool {
    guard size > Self.keptBytes, size > output.capacity else { return true }
    let held = (0..<buffers.count).reduce(builder.delta.capacity) { $0 + buffers[$1].capacity }
    return held - output.capacity + size + size / 8 <= limits.workerBytes
  }
}
