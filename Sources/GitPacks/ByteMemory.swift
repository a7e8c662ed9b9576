/// Bytes followed by padding, so that vector loads and stores may run over the end. Plain memory, so
/// that nothing is counted or checked for an object; its owner frees it. Copies are the same memory.
///
/// `@safe`: the pointer never leaves this module, and every use inside it is bounded by `capacity`.
@safe struct ByteMemory {
  /// Two 32-byte vectors: what the widest copy may touch behind the end.
  static let padding = 64

  @safe private struct State {
    var base: UnsafeMutablePointer<UInt8>
    var capacity: Int
    var count: Int
  }

  private let state: UnsafeMutablePointer<State>

  init(capacity: Int = 0) {
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: State(base: Self.allocate(capacity), capacity: capacity, count: 0))
  }

  func free() {
    unsafe state.pointee.base.deallocate()
    unsafe state.deallocate()
  }

  var base: UnsafeMutablePointer<UInt8> { unsafe state.pointee.base }

  var capacity: Int { unsafe state.pointee.capacity }

  /// Bytes in use.
  var count: Int {
    get { unsafe state.pointee.count }
    nonmutating set { unsafe state.pointee.count = newValue }
  }

  var bytes: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: base, count: count)
  }

  /// Makes room for `needed` bytes; what was there is lost.
  func reserve(_ needed: Int) {
    if needed > capacity { replace(by: max(needed + needed / 8, 4096)) }
  }

  /// Gives back what a rare large object took.
  func shrink(above limit: Int) {
    if capacity > limit { replace(by: 0) }
  }

  private func replace(by capacity: Int) {
    unsafe state.pointee.base.deallocate()
    unsafe state.pointee.base = Self.allocate(capacity)
    unsafe state.pointee.capacity = capacity
  }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + padding)
    // Padding is read by vector copies, never interpreted; zero keeps it defined.
    unsafe (memory + capacity).initialize(repeating: 0, count: padding)
    return unsafe memory
  }
}
