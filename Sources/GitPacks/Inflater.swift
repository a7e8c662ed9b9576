internal import CDeflate

/// A libdeflate decompressor; one for each worker.
@safe final class Inflater {
  private let handle: OpaquePointer

  /// Nil where memory for the decoder's tables is missing.
  init?() {
    guard let handle = unsafe libdeflate_alloc_decompressor() else { return nil }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe libdeflate_free_decompressor(handle) }

  /// Inflates one zlib stream that fills `input` and gives exactly `size` bytes into `output`.
  func inflate(
    _ input: UnsafeBufferPointer<UInt8>, size: Int, into output: ByteMemory
  ) -> UnreadableObject.Reason? {
    output.reserve(size)
    output.count = size
    var used = 0
    let result = unsafe libdeflate_zlib_decompress_ex(
      handle, input.baseAddress, input.count, output.base, size, &used, nil)
    switch result {
    case LIBDEFLATE_SUCCESS: return used == input.count ? nil : .size
    case LIBDEFLATE_SHORT_OUTPUT, LIBDEFLATE_INSUFFICIENT_SPACE: return .size
    default: return .inflation
    }
  }
}
