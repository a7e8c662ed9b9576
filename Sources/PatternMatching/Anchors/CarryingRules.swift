/// The margins and conditions of a search by copies. The exact ones are proven; tests change one at
/// a time and must see results differ.
struct CarryingRules: Sendable, Equatable {
  /// Bytes searched before the end of a copy: those whose guard may be settled by what stands beyond
  /// but near. Literals whose guard looked further are held, and asked again.
  var marginBefore = LiteralText.longest + GuardBytes.near
  /// Bytes searched behind the beginning of a copy: those whose guard begins before.
  var marginAfter = LiteralText.longest + GuardBytes.context
  /// Regions nearer than this are searched as one.
  var joining = 32
  /// Added to the end of the window that must be preserved.
  var windowEnd = 0
  /// Whether the end of a copy counts as the content's end where it is the base's only.
  var endsBySourceOnly = false
  /// Whether the beginning of a copy counts as the content's where it is of one of both only.
  var beginsByDestinationOnly = false
  var beginsBySourceOnly = false
  /// Whether a tail that was cut off the base is searched.
  var searchesCutTail = true
  /// Whether the guards of held literals are asked again where bytes further behind them changed.
  var asksHeld = true
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

  /// The bytes that a copy holds, counted where it begins at `origin`. What lies outside of a content
  /// is held only where base and content are clipped alike.
  @inline(__always)
  func preserved(
    by copy: CopiedStretch, at origin: Int, baseSize: Int, size: Int
  ) -> PreservedBytes {
    let end = origin + Int(copy.length)
    let endsAlike =
      Int(copy.source) + Int(copy.length) == baseSize
      && (endsBySourceOnly || Int(copy.destination) + Int(copy.length) == size)
    return PreservedBytes(low: isFront(copy) ? .min : origin, high: endsAlike ? .max : end)
  }
}

/// What a copy preserves of a content, without end where both contents end.
struct PreservedBytes {
  let low: Int
  let high: Int

  @inline(__always)
  func hold(_ low: Int, _ high: Int) -> Bool { low >= self.low && high <= self.high }
}
