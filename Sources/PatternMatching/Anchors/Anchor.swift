/// A place where a literal stands and its guard passed, with what the pattern made of it there.
struct Anchor: Sendable {
  /// Not evaluated yet, or not to be: see the cap on anchors.
  static let pending: Int32 = -2
  /// Evaluated, no match.
  static let none: Int32 = -1

  /// First byte of the literal.
  var start: Int32
  /// Number of the literal's use.
  var use: Int32
  /// A place in the pool of results, ``none`` or ``pending``.
  var result: Int32

  @inline(__always)
  static func precedes(_ left: Anchor, _ right: Anchor) -> Bool {
    left.start == right.start ? left.use < right.use : left.start < right.start
  }
}
