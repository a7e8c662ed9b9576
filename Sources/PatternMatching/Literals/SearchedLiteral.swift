/// A text for the literal searchers.
struct SearchedLiteral: Hashable, Sendable {
  /// Lower case where case does not count; 2 to 16 bytes.
  var bytes: [UInt8]
  var isCaseless: Bool
}
