/// Bytes that are freed with the last reference to them.
@safe final class ByteBuffer {
  let memory: ByteMemory

  init(capacity: Int = 0) { memory = ByteMemory(capacity: capacity) }

  deinit { memory.free() }

  var base: UnsafeMutablePointer<UInt8> { unsafe memory.base }

  /// Bytes in use.
  var count: Int {
    get { memory.count }
    set { memory.count = newValue }
  }

  var bytes: UnsafeBufferPointer<UInt8> { unsafe memory.bytes }

  /// Makes room for `needed` bytes; what was in the buffer is lost.
  func reserve(_ needed: Int) { memory.reserve(needed) }
}
