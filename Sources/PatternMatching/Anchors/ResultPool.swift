/// What patterns made of anchors, relative to the anchor so that it can travel with it.
@safe struct ResultPool {
  struct Entry {
    var start: Int32
    var end: Int32
    var secretStart: Int32
    var secretEnd: Int32
    /// The next result of the same anchor, or -1.
    var next: Int32
    var isJudged: Bool
    var encoding: ContentEncoding
    var phase: UInt8
  }

  private var base: UnsafeMutablePointer<Entry>
  private var capacity = 256
  private(set) var count = 0

  init() { unsafe base = .allocate(capacity: 256) }

  func free() { unsafe base.deallocate() }

  mutating func removeAll() { count = 0 }

  mutating func append(_ entry: Entry) -> Int32 {
    if count == capacity {
      let larger = UnsafeMutablePointer<Entry>.allocate(capacity: capacity * 2)
      unsafe larger.update(from: base, count: count)
      unsafe base.deallocate()
      unsafe base = unsafe larger
      capacity *= 2
    }
    unsafe base[count] = entry
    count += 1
    return Int32(count - 1)
  }

  subscript(index: Int32) -> Entry { unsafe base[Int(index)] }
}
