/// The anchors of one content, ascending by place, in memory that is used again.
@safe struct AnchorList {
  /// Beyond, a content is too strange to be carried on: objects built on it are searched whole.
  static let most = 1 << 23
  /// The same for literals that are held: they only save a search.
  static let mostHeld = 1 << 20
  /// Places of one region that are noted at most.
  static let mostOpen = 1 << 12

  private(set) var base: UnsafeMutablePointer<Anchor>
  private(set) var capacity = 64
  var count = 0

  init() { unsafe base = .allocate(capacity: 64) }

  func free() { unsafe base.deallocate() }

  @inline(__always)
  mutating func append(_ anchor: Anchor) {
    if count == capacity { grow() }
    unsafe base[count] = anchor
    count += 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Anchor>.allocate(capacity: capacity * 2)
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = unsafe larger
    capacity *= 2
  }

  /// Gives back what a rare content blew up.
  mutating func shrink() {
    guard capacity > 1 << 16 else { return }
    unsafe base.deallocate()
    capacity = 64
    unsafe base = .allocate(capacity: 64)
    count = 0
  }

  /// The first anchor at or behind a place.
  @inline(__always)
  func firstIndex(from start: Int32) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if unsafe base[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Brings them in order; they nearly are.
  mutating func sort() {
    var moves = 0
    var index = 1
    while index < count {
      let anchor = unsafe base[index]
      var at = index
      while at > 0, unsafe Anchor.precedes(anchor, base[at - 1]) {
        unsafe base[at] = base[at - 1]
        at -= 1
        moves += 1
      }
      unsafe base[at] = anchor
      index += 1
      guard moves <= 8 * count + 64 else {
        var all = unsafe UnsafeMutableBufferPointer(start: base, count: count)
        unsafe all.sort(by: Anchor.precedes)
        return
      }
    }
  }
}
