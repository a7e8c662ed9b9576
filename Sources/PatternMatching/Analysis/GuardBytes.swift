/// The bytes that a guard may see: ``context`` before a literal and ``reach`` behind it, clipped to
/// the content. There is no way from here to any other byte, so that a guard says the same wherever
/// these bytes stand.
@safe struct GuardBytes {
  /// Bytes behind the literal: as far as most values may stand behind the word that tells what they
  /// are. Fewer let more places pass, more widen every search by copies.
  static let reach = 96
  /// Bytes behind the literal that most guards need to reject a place. Fewer let more places be
  /// held, more widen every search by copies.
  static let near = 16
  /// Bytes before the literal: the longest escape.
  static let context = Escapes.longest

  private let start: UnsafePointer<UInt8>
  private let literalStart: UnsafePointer<UInt8>
  /// Bytes that may be seen before the literal.
  private let countBefore: Int
  let count: Int
  /// Whether the content ends behind the last byte.
  let endsContent: Bool

  /// - Parameter content: valid for `size` bytes; the literal lies inside.
  @inline(__always)
  init(_ content: UnsafePointer<UInt8>, size: Int, literalStart: Int, literalEnd: Int) {
    unsafe self.literalStart = content + literalStart
    countBefore = min(Self.context, literalStart)
    unsafe start = content + literalEnd
    count = min(Self.reach, size - literalEnd)
    endsContent = size - literalEnd < Self.reach
  }

  @inline(__always)
  subscript(index: Int) -> UInt8 { unsafe start[index] }

  /// Eight bytes behind the literal; nil where fewer are seen.
  @inline(__always)
  func word(at index: Int) -> UInt64? {
    guard index + 8 <= count else { return nil }
    return unsafe UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
  }

  /// Nil at the beginning of the content.
  @inline(__always)
  var previous: UInt8? { before(1) }

  /// The byte at a distance of 1 and more before the literal; nil where none is seen.
  @inline(__always)
  func before(_ distance: Int) -> UInt8? {
    distance <= countBefore ? unsafe literalStart[-distance] : nil
  }
}
