/// The state of a search while hits come in: plain memory, reached through one pointer, so that
/// nothing is counted or allocated for a hit.
@safe struct AnchorSearch {
  var content: UnsafePointer<UInt8>
  var size = 0
  /// Where the searched region begins, for searchers that count from there.
  var regionStart = 0
  /// For each literal its length and its uses; one more ends the last one's.
  let literals: UnsafePointer<PatternTables.Literal>
  let uses: UnsafePointer<LiteralUse>
  var guards: WorkerGuards
  var anchors: AnchorList
  /// Stretches that were copied from the base; what they preserve is not to be found again.
  var copies: UnsafePointer<CopiedStretch>?
  var copyCount = 0
  var baseSize = 0
  var rules = CarryingRules.exact
  /// Set when the list has become too long.
  var isOverflown = false

  /// Takes a literal that stands at `start`.
  @inline(__always)
  static func hit(_ search: UnsafeMutablePointer<AnchorSearch>, literal: Int, start: Int) {
    let (length, first, last) = unsafe (
      Int(search.pointee.literals[literal].length), Int(search.pointee.literals[literal].firstUse),
      Int(search.pointee.literals[literal + 1].firstUse)
    )
    let end = start &+ length
    let bytes = unsafe GuardBytes(
      search.pointee.content, size: search.pointee.size, literalStart: start, literalEnd: end)
    var surroundings = unsafe search.pointee.guards.surroundings(bytes)
    var use = first
    while use < last {
      if unsafe search.pointee.guards.passes(use, bytes, &surroundings) {
        unsafe pass(
          search, Anchor(start: Int32(start), use: Int32(use), result: Anchor.pending), end)
      }
      use &+= 1
    }
  }

  private static func pass(
    _ search: UnsafeMutablePointer<AnchorSearch>, _ anchor: Anchor, _ end: Int
  ) {
    if unsafe search.pointee.copyCount > 0,
      unsafe search.pointee.isCarried(Int(anchor.start), end + GuardBytes.reach)
    {
      return
    }
    if unsafe search.pointee.anchors.count >= AnchorList.most {
      unsafe search.pointee.isOverflown = true
      return
    }
    unsafe search.pointee.anchors.append(anchor)
  }

  /// Whether one of the copies brought what the guard of a literal sees.
  private func isCarried(_ start: Int, _ high: Int) -> Bool {
    guard let copies = unsafe copies else { return false }
    let low = start - rules.context
    let place = max(low, 0)
    var (first, last) = (0, copyCount)
    while first < last {
      let middle = (first + last) / 2
      if unsafe Int(copies[middle].destination) <= place {
        first = middle + 1
      } else {
        last = middle
      }
    }
    guard first > 0 else { return false }
    let copy = unsafe copies[first - 1]
    return rules.preserves(
      copy, low, high, at: Int(copy.destination), baseSize: baseSize, size: size)
  }
}
