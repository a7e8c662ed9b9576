/// The joined copies of one delta, in plain memory that is used again for the next; its owner frees
/// it.
@safe struct RunBuffer {
  /// More are not kept: what no run covers is searched, so the result stays exact.
  static let most = 1 << 20

  private(set) var base: UnsafeMutablePointer<CopyRun>
  private(set) var capacity = 4096
  var count = 0

  init() { unsafe base = .allocate(capacity: capacity) }

  func free() { unsafe base.deallocate() }

  /// Doubles the room; false at the limit.
  mutating func grow() -> Bool {
    guard capacity < Self.most else { return false }
    let larger = UnsafeMutablePointer<CopyRun>.allocate(capacity: capacity * 2)
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = unsafe larger
    capacity *= 2
    return true
  }

  var runs: UnsafeBufferPointer<CopyRun> {
    unsafe UnsafeBufferPointer(start: base, count: count)
  }
}
