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
  /// Literals, by number, of which a guard passed or had to look far to reject them.
  var held = AnchorList()
  /// Whether they are to be noted: only contents that others are built on need them.
  var holds = false
  /// Set when the list of them has become too long.
  var isHeldCut = false
  /// Literals, by number, that were not rejected near since the list was emptied.
  var open = AnchorList()
  /// Stretches that were copied from the base; what they preserve is not to be found again.
  var copies: UnsafePointer<CopiedStretch>?
  var copyCount = 0
  var baseSize = 0
  var rules = CarryingRules.exact
  /// Set when the list has become too long.
  var isOverflown = false

  /// Takes a literal that stands at `start`.
  ///
  /// - Parameter isBrought: whether a copy brought it here, so that it is not to be left out because
  ///   a copy did.
  @inline(__always)
  static func hit(
    _ search: UnsafeMutablePointer<AnchorSearch>, literal: Int, start: Int, isBrought: Bool = false
  ) {
    let (length, first, last) = unsafe (
      Int(search.pointee.literals[literal].length), Int(search.pointee.literals[literal].firstUse),
      Int(search.pointee.literals[literal + 1].firstUse)
    )
    let end = start &+ length
    let bytes = unsafe GuardBytes(
      search.pointee.content, size: search.pointee.size, literalStart: start, literalEnd: end)
    var surroundings = unsafe search.pointee.guards.surroundings(bytes)
    var isHeld = false
    var use = first
    while use < last {
      let verdict = unsafe search.pointee.guards.verdict(use, bytes, &surroundings)
      if verdict != .rejectedNear {
        if !isHeld {
          unsafe search.pointee.noteOpen(literal: Int32(literal), start: Int32(start))
          if !isBrought, unsafe search.pointee.isCarried(start, end &+ GuardBytes.near) { return }
          isHeld = true
        }
        if verdict == .passed {
          unsafe pass(search, Anchor(start: Int32(start), use: Int32(use), result: Anchor.pending))
        }
      }
      use &+= 1
    }
    if isHeld { unsafe search.pointee.hold(literal: Int32(literal), start: Int32(start)) }
  }

  private static func pass(_ search: UnsafeMutablePointer<AnchorSearch>, _ anchor: Anchor) {
    if unsafe search.pointee.anchors.count >= AnchorList.most {
      unsafe search.pointee.isOverflown = true
      return
    }
    unsafe search.pointee.anchors.append(anchor)
  }

  /// Notes a literal whose guards are to be asked again where the bytes further behind it change.
  @inline(__always)
  mutating func hold(literal: Int32, start: Int32) {
    guard holds else { return }
    if held.count >= AnchorList.mostHeld {
      isHeldCut = true
    } else {
      held.append(Anchor(start: start, use: literal, result: Anchor.none))
    }
  }

  @inline(__always)
  private mutating func noteOpen(literal: Int32, start: Int32) {
    guard open.count < AnchorList.mostOpen else { return }
    open.append(Anchor(start: start, use: literal, result: Anchor.none))
  }

  /// Whether one of the copies brought the bytes of a literal up to a place behind it.
  private func isCarried(_ start: Int, _ high: Int) -> Bool {
    guard copyCount > 0, let copies = unsafe copies else { return false }
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
    return rules.preserved(
      by: copy, at: Int(copy.destination), baseSize: baseSize, size: size
    ).hold(low, high)
  }
}
