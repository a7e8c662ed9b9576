internal import CDeflate

/// A libdeflate decompressor; one for each worker.
@safe final class Inflater {
  private let handle: OpaquePointer
  /// For streams that begin with a block of the fixed code, as short ones do: a decompressor keeps
  /// the tables of that code until a block brings a code of its own.
  private let fixedHandle: OpaquePointer

  /// Nil where memory for the decoder's tables is missing.
  init?() {
    guard let handle = unsafe libdeflate_alloc_decompressor() else { return nil }
    guard let fixedHandle = unsafe libdeflate_alloc_decompressor() else {
      unsafe libdeflate_free_decompressor(handle)
      return nil
    }
    unsafe (self.handle, self.fixedHandle) = unsafe (handle, fixedHandle)
  }

  deinit {
    unsafe libdeflate_free_decompressor(handle)
    unsafe libdeflate_free_decompressor(fixedHandle)
  }

  /// Bytes behind the input that may be read, and room behind the output: with less, the library
  /// leaves its fast loop before the end, which most deltas never get into otherwise (libdeflate's
  /// `FASTLOOP_MAX_BYTES_READ` and `_WRITTEN`, 32 and 299).
  static let inputSlack = ByteMemory.padding
  private static let outputSlack = 320

  /// Inflates one zlib stream that fills `input` and gives exactly `size` bytes into `output`.
  ///
  /// - Parameter input: followed by ``inputSlack`` bytes that may be read, whatever they are.
  func inflate(
    _ input: UnsafeBufferPointer<UInt8>, size: Int, into output: ByteMemory
  ) -> UnreadableObject.Reason? {
    output.reserve(size + Self.outputSlack)
    output.count = size
    var (used, made) = (0, 0)
    // The type of the first block: two bits of the byte behind the head (RFC 1950, RFC 1951).
    let isFixed = unsafe input.count > 2 && input[2] & 6 == 2
    let result = unsafe libdeflate_zlib_decompress_ex(
      isFixed ? fixedHandle : handle, input.baseAddress, input.count + Self.inputSlack, output.base,
      size + Self.outputSlack, &used, &made)
    if result == LIBDEFLATE_SUCCESS, used == input.count, made == size { return nil }
    // What is wrong is to be said of these bytes alone.
    return unsafe reason(input, size: size, into: output)
  }

  private func reason(
    _ input: UnsafeBufferPointer<UInt8>, size: Int, into output: ByteMemory
  ) -> UnreadableObject.Reason? {
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
