/// Searching a content that was made from another one by copying.
extension PatternWorker {
  /// A content whose anchors this worker still has.
  public struct Base: Sendable {
    /// Where its anchors were put.
    public var slot: Int
    /// Its size in bytes.
    public var size: Int

    public init(slot: Int, size: Int) {
      self.slot = slot
      self.size = size
    }
  }

  /// Bytes behind a literal that decide whether a pattern is run: a copy that is shorter by two
  /// carries nothing.
  public static var guardReach: Int { GuardBytes.reach }

  /// Begins with contents that have nothing to do with those before: all slots are invalid.
  public func beginContents() { evaluator.forgetResults() }

  /// Every match of every pattern in a content, sorted, each once: what ``matches(in:into:)`` finds,
  /// by searching only what was not copied.
  ///
  /// - Parameters:
  ///   - slot: where to put the content's anchors, for those made from it; nil where there are
  ///     none. Not the base's.
  ///   - base: what the content was made from; nil to search it whole.
  ///   - copies: stretches of the base in the content, ascending and without overlap there; bytes
  ///     outside of them may be anything.
  public func matches(
    in content: Span<UInt8>, slot: Int?, base: Base?, copies: Span<CopiedStretch>,
    into matches: inout [PatternMatch]
  ) {
    var isCarried = false
    unsafe search.pointee.holds = slot != nil
    if let base, slots.indices.contains(base.slot), slots[base.slot].isWhole {
      isCarried = true
      unsafe content.withUnsafeBufferPointer { bytes in
        unsafe copies.withUnsafeBufferPointer { copies in
          unsafe carry(bytes, base, copies, &matches)
        }
      }
      if unsafe search.pointee.isOverflown { isCarried = false }
    }
    if !isCarried { findAll(in: content, into: &matches) }
    if let slot { keep(slot) }
  }

  /// Puts the list at hand into a slot.
  private func keep(_ slot: Int) {
    while slots.count <= slot { slots.append(CarriedAnchors()) }
    let (anchors, held) = (slots[slot].anchors, slots[slot].held)
    slots[slot].anchors = unsafe search.pointee.anchors
    slots[slot].held = unsafe search.pointee.held
    slots[slot].isWhole = unsafe !search.pointee.isOverflown && !search.pointee.isHeldCut
    unsafe search.pointee.anchors = anchors
    unsafe search.pointee.held = held
  }

  private func carry(
    _ bytes: UnsafeBufferPointer<UInt8>, _ base: Base,
    _ copies: UnsafeBufferPointer<CopiedStretch>, _ matches: inout [PatternMatch]
  ) {
    guard let start = bytes.baseAddress else {
      return matches.removeAll(keepingCapacity: true)
    }
    unsafe prepare(start, bytes.count)
    unsafe search.pointee.copies = copies.baseAddress
    unsafe search.pointee.copyCount = copies.count
    unsafe search.pointee.baseSize = base.size
    unsafe search.pointee.rules = rules
    unsafe step(bytes.count, base, copies)
    unsafe search.pointee.anchors.sort()
    unsafe search.pointee.held.sort()
    unsafe finish(bytes, &matches)
  }

  /// Carries what copies preserve and searches what lies between them.
  private func step(
    _ size: Int, _ base: Base, _ copies: UnsafeBufferPointer<CopiedStretch>
  ) {
    let (carried, rules) = (slots[base.slot], rules)
    // The region that waits to be joined with the next.
    var (low, high) = (0, 0)
    var end = 0
    for index in copies.indices {
      let copy = unsafe copies[index]
      let destination = Int(copy.destination)
      let isHead =
        index == 0 && rules.isFront(copy)
      if !isHead {
        let from = index == 0 ? 0 : max(0, end - rules.marginBefore)
        let to = min(size, destination + rules.marginAfter)
        if from - high >= rules.joining || high == 0 && low == 0 {
          scanRegion(low, high)
          low = from
        }
        high = max(high, to)
      }
      end = destination + Int(copy.length)
      // Before its anchors are carried, what lies before a long copy is searched: order is kept.
      let next = max(0, end - rules.marginBefore)
      if next - high >= rules.joining {
        scanRegion(low, high)
        (low, high) = (next, next)
      }
      if carried.isEmpty { continue }
      let preserved = rules.preserved(
        by: copy, at: Int(copy.source), baseSize: base.size, size: size)
      carry(carried.anchors, by: copy, preserved, rules)
      carry(held: carried.held, by: copy, preserved, rules)
    }
    if copies.isEmpty || !(unsafe isTail(copies[copies.count - 1], base.size, size)) {
      let from = copies.isEmpty ? 0 : max(0, end - rules.marginBefore)
      if from - high >= rules.joining {
        scanRegion(low, high)
        low = from
      }
      high = size
    }
    scanRegion(low, high)
  }

  private func isTail(_ copy: CopiedStretch, _ baseSize: Int, _ size: Int) -> Bool {
    guard Int(copy.destination) + Int(copy.length) == size else { return false }
    return !rules.searchesCutTail || Int(copy.source) + Int(copy.length) == baseSize
  }

  /// Takes over anchors of the base whose guard the copy preserves; the result too where it
  /// preserves the window.
  private func carry(
    _ list: AnchorList, by copy: CopiedStretch, _ preserved: PreservedBytes, _ rules: CarryingRules
  ) {
    let end = copy.source + copy.length
    let shift = copy.destination - copy.source
    var index = list.firstIndex(from: copy.source)
    while index < list.count {
      var anchor = unsafe list.base[index]
      if anchor.start >= end { return }
      index += 1
      let use = unsafe search.pointee.uses[Int(anchor.use)]
      let start = Int(anchor.start)
      let literalEnd = start + Int(use.length)
      guard preserved.hold(start - rules.context, literalEnd + GuardBytes.reach) else { continue }
      let keepsResult = preserved.hold(
        start - Int(use.windowBefore) + (rules.hasContext ? 0 : 1),
        literalEnd + Int(use.windowAfter) + rules.windowEnd)
      if !keepsResult { anchor.result = Anchor.pending }
      anchor.start += shift
      if unsafe search.pointee.anchors.count >= AnchorList.most {
        unsafe search.pointee.isOverflown = true
        return
      }
      unsafe search.pointee.anchors.append(anchor)
    }
  }

  /// Takes over what the base holds; its guards are asked again where the copy preserves only what is
  /// near.
  private func carry(
    held list: AnchorList, by copy: CopiedStretch, _ preserved: PreservedBytes,
    _ rules: CarryingRules
  ) {
    let end = copy.source + copy.length
    let shift = copy.destination - copy.source
    // What nobody builds on is held for its guards alone.
    let reach = Int32(LiteralText.longest + GuardBytes.reach)
    let from = unsafe search.pointee.holds ? copy.source : max(copy.source, end - reach)
    var index = list.firstIndex(from: from)
    while index < list.count {
      let held = unsafe list.base[index]
      if held.start >= end { return }
      index += 1
      let start = Int(held.start)
      let literalEnd = unsafe start + Int(search.pointee.literals[Int(held.use)].length)
      if preserved.hold(start - rules.context, literalEnd + GuardBytes.reach) {
        unsafe search.pointee.hold(literal: held.use, start: held.start + shift)
      } else if preserved.hold(start - rules.context, literalEnd + GuardBytes.near),
        rules.asksHeld
      {
        unsafe AnchorSearch.hit(
          search, literal: Int(held.use), start: Int(held.start + shift), isBrought: true)
      }
    }
  }
}
