/// One literal of one pattern, with everything that is constant about its anchors. Plain memory.
struct LiteralUse: Sendable {
  enum Kind: UInt8, Sendable {
    /// The match begins at a fixed distance before the literal.
    case fixed
    /// It begins somewhere before the literal and covers it.
    case variable
    /// It begins somewhere near the literal.
    case near
  }

  var pattern: Int32
  var literal: Int32
  var guardNumber: Int32
  var kind: Kind
  var encoding: ContentEncoding = .plain
  /// For base64: the place of the literal's first byte in its group of three.
  var alignment: UInt8 = 0
  /// Bytes of the literal as it stands in the content.
  var length: Int32
  /// Bytes of the decoded literal; as `length` where nothing is encoded.
  var plainLength: Int32
  /// The match begins this many bytes before the literal, at least and at most; for ``Kind/near``
  /// the bytes before and, negative, behind it.
  var nearest: Int32
  var furthest: Int32
  /// What evaluation sees: bytes before the literal and behind it, in the content.
  var windowBefore: Int32
  var windowAfter: Int32

  /// Bytes of an escape that counts as one.
  var scale: Int {
    switch encoding {
    case .plain: 1
    case .base64, .hexadecimal, .utf16: 2
    case .percent: 3
    case .escaped: 6
    }
  }

  /// Decoded bytes from the literal on that the pattern may see; for a window that was cut, all.
  var decodedReach: Int {
    let after = Int(windowAfter)
    return after < PatternDraft.widest ? max(Int(plainLength), (after - 8) / scale) : .max
  }
}
