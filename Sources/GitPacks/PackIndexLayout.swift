/// Where the tables of an index begin, proven to fit its size.
@safe struct PackIndexLayout: Sendable {
  var version: Int
  var count: Int
  var fanOut: Int
  var names: Int
  var nameStride: Int
  var checksums = 0
  var offsets: Int
  var offsetStride: Int
  var largeOffsets = 0
  var largeCount = 0

  /// Nil where signature, version or size are wrong.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 1024 + 40 else { return nil }
    func word(_ at: Int) -> UInt32 {
      UInt32(
        bigEndian: unsafe UnsafeRawBufferPointer(bytes).loadUnaligned(
          fromByteOffset: at, as: UInt32.self))
    }
    if word(0) == 0xff74_4f63 {
      guard word(4) == 2, bytes.count >= 8 + 1024 + 40 else { return nil }
      version = 2
      fanOut = 8
      count = Int(word(8 + 255 * 4))
      names = 8 + 1024
      nameStride = 20
      checksums = names + count * 20
      offsets = checksums + count * 4
      offsetStride = 4
      largeOffsets = offsets + count * 4
      let rest = bytes.count - 40 - largeOffsets
      guard rest >= 0, rest % 8 == 0, rest / 8 <= count else { return nil }
      largeCount = rest / 8
    } else {
      version = 1
      fanOut = 0
      count = Int(word(255 * 4))
      offsets = 1024
      offsetStride = 24
      names = 1024 + 4
      nameStride = 24
      guard bytes.count == 1024 + count * 24 + 40 else { return nil }
    }
  }
}

extension PackIndexLayout {
  /// Where the entry at a position begins in the pack; nil where the table of large offsets is too
  /// short.
  ///
  /// - Parameter bytes: the index from which the layout was made.
  @inline(__always)
  func offset(at position: Int, in bytes: UnsafeRawPointer) -> UInt64? {
    let short = unsafe Self.word(bytes, offsets + position * offsetStride)
    guard version == 2, short & 0x8000_0000 != 0 else { return UInt64(short) }
    let large = Int(short & 0x7fff_ffff)
    guard large < largeCount else { return nil }
    let at = largeOffsets + large * 8
    return unsafe UInt64(Self.word(bytes, at)) << 32 | UInt64(Self.word(bytes, at + 4))
  }

  /// How many names begin with a byte up to this one.
  @inline(__always)
  func count(upTo byte: Int, in bytes: UnsafeRawPointer) -> Int {
    unsafe Int(Self.word(bytes, fanOut + byte * 4))
  }

  @inline(__always)
  static func word(_ bytes: UnsafeRawPointer, _ at: Int) -> UInt32 {
    unsafe UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
  }
}
