/// Owned bytes followed by padding, so that vector loads and stores may run over the end.
///
/// `@safe`: the pointer never leaves this module, and every use inside it is bounded by `capacity`.
@safe final class ByteBuffer {
  /// Two 32-byte vectors: what the widest copy may touch behind the end.
  static let padding = 64

  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  /// Bytes in use.
  var count = 0

  init(capacity: Int = 0) {
    unsafe base = Self.allocate(capacity)
    self.capacity = capacity
  }

  deinit { unsafe base.deallocate() }

  /// Makes room for `needed` bytes; what was in the buffer is lost.
  func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    let grown = max(needed + needed / 8, 4096)
    unsafe base.deallocate()
    unsafe base = Self.allocate(grown)
    capacity = grown
  }

  /// Gives back what a rare large object took.
  func shrink(above limit: Int) {
    guard capacity > limit else { return }
    unsafe base.deallocate()
    unsafe base = Self.allocate(0)
    capacity = 0
  }

  var bytes: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: base, count: count)
  }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + padding)
    // Padding is read by vector copies, never interpreted; zero keeps it defined.
    unsafe (memory + capacity).initialize(repeating: 0, count: padding)
    return unsafe memory
  }
}
