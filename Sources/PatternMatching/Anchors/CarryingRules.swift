/// The margins and conditions of a search by copies. The exact ones are proven; tests change one at
/// a time and must see results differ.
struct CarryingRules: Sendable, Equatable {
  /// Bytes searched before the end of a copy: those whose guard reaches beyond.
  var marginBefore = LiteralText.longest + GuardBytes.reach
  /// Bytes searched behind the beginning of a copy: those whose guard begins before.
  var marginAfter = LiteralText.longest + GuardBytes.context
  /// Regions nearer than this are searched as one.
  var joining = 64
  /// Added to the end of the window that must be preserved.
  var windowEnd = 0
  /// Whether the end of a copy counts as the content's end where it is the base's only.
  var endsBySourceOnly = false
  /// Whether the beginning of a copy counts as the content's where it is of one of both only.
  var beginsByDestinationOnly = false
  var beginsBySourceOnly = false
  /// Whether a tail that was cut off the base is searched.
  var searchesCutTail = true
  /// Whether bytes before the literal are part of guard and window.
  var hasContext = true

  /// Bytes before the literal that a guard sees.
  var context: Int { hasContext ? GuardBytes.context : 0 }

  static let exact = CarryingRules()

  /// Whether nothing before the copy is to be searched.
  @inline(__always)
  func isFront(_ copy: CopiedStretch) -> Bool {
    let (source, destination) = (copy.source == 0, copy.destination == 0)
    if beginsBySourceOnly { return source }
    if beginsByDestinationOnly { return destination }
    return source && destination
  }

  /// Whether a copy holds the bytes `low..<high`, counted where it begins at `origin`. What lies
  /// outside of a content is held only where base and content are clipped alike.
  @inline(__always)
  func preserves(
    _ copy: CopiedStretch, _ low: Int, _ high: Int, at origin: Int, baseSize: Int, size: Int
  ) -> Bool {
    if low < origin, !isFront(copy) { return false }
    if high <= origin + Int(copy.length) { return true }
    guard Int(copy.source) + Int(copy.length) == baseSize else { return false }
    return endsBySourceOnly || Int(copy.destination) + Int(copy.length) == size
  }
}
