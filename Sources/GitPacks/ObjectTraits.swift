/// What is known of a node besides its place, in one byte.
struct ObjectTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// The lowest three bits: `ObjectKind`, 0 where nothing is known.
  var kind: ObjectKind? { ObjectKind(rawValue: rawValue & 7) }

  mutating func setKind(_ kind: ObjectKind) {
    self = ObjectTraits(rawValue: rawValue & ~7 | kind.rawValue)
  }

  /// Another copy of the same object counts; this one is read only as a base.
  static let duplicate = ObjectTraits(rawValue: 8)
  /// It or something built on it counts.
  static let needed = ObjectTraits(rawValue: 16)
  /// Reached from a whole object through bases.
  static let reached = ObjectTraits(rawValue: 32)
  static let damaged = ObjectTraits(rawValue: 64)
}
