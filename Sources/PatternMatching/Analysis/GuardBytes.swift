/// The bytes that a guard may see: one before a literal and ``reach`` behind it, clipped to the
/// content. There is no way from here to any other byte, so that a guard says the same wherever
/// these bytes stand.
@safe struct GuardBytes {
  /// Bytes behind the literal: as far as most values may stand behind the word that tells what they
  /// are. Fewer let more places pass, more widen every search by copies.
  static let reach = 96

  /// Nil at the beginning of the content.
  let previous: UInt8?
  private let start: UnsafePointer<UInt8>
  let count: Int
  /// Whether the content ends behind the last byte.
  let endsContent: Bool

  /// - Parameter content: valid for `size` bytes; the literal lies inside.
  @inline(__always)
  init(_ content: UnsafePointer<UInt8>, size: Int, literalStart: Int, literalEnd: Int) {
    previous = literalStart > 0 ? unsafe content[literalStart - 1] : nil
    unsafe start = content + literalEnd
    count = min(Self.reach, size - literalEnd)
    endsContent = size - literalEnd < Self.reach
  }

  @inline(__always)
  subscript(index: Int) -> UInt8 { unsafe start[index] }
}
