internal import CZlib

/// A zlib stream inflated piece by piece, for headers of loose objects and for huge blobs.
@safe final class InflateStream {
  enum Step: Equatable {
    /// Bytes written; the stream goes on.
    case more(Int)
    /// Bytes written; the stream ended, and so many bytes of the input are left.
    case end(Int, unused: Int)
    case damaged
  }

  private let state: UnsafeMutablePointer<z_stream>

  init?() {
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: z_stream())
    guard unsafe inflateInit_(state, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else {
      unsafe state.deallocate()
      return nil
    }
  }

  deinit {
    unsafe inflateEnd(state)
    unsafe state.deallocate()
  }

  /// What is to be inflated next; it must live until it is used up. At most 4 GiB.
  func feed(_ input: UnsafeBufferPointer<UInt8>) {
    unsafe state.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    unsafe state.pointee.avail_in = UInt32(clamping: input.count)
  }

  /// Fills `output` as far as the input goes.
  func next(into output: UnsafeMutableBufferPointer<UInt8>) -> Step {
    unsafe state.pointee.next_out = output.baseAddress
    unsafe state.pointee.avail_out = UInt32(clamping: output.count)
    let result = unsafe CZlib.inflate(state, Z_NO_FLUSH)
    let written = unsafe output.count - Int(state.pointee.avail_out)
    switch result {
    case Z_OK, Z_BUF_ERROR: return .more(written)
    case Z_STREAM_END: return .end(written, unused: unsafe Int(state.pointee.avail_in))
    default: return .damaged
    }
  }
}
