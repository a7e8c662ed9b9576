/// What an annotated tag says.
public struct TagRecord: Sendable, Hashable {
  public var target: ObjectID
  /// What the tag says that its target is; nil for no kind of object.
  public var kind: ObjectKind?
  public var tagger: Signature
  public var name: [UInt8]

  /// Nil if the bytes are no tag.
  static func parse(_ bytes: Span<UInt8>) -> TagRecord? {
    var target: ObjectID?
    var tagger = Signature([])
    var name: [UInt8] = []
    var kind: ObjectKind?
    var lines = HeaderLines()
    while let (key, value) = lines.next(in: bytes) {
      if bytes.equals(key, "object") {
        target = target ?? ObjectID(digits: value, of: bytes)
      } else if bytes.equals(key, "type") {
        kind = kind ?? ObjectKind(rawValue: String(decoding: bytes.copied(value), as: UTF8.self))
      } else if bytes.equals(key, "tagger") {
        tagger = Signature(bytes.copied(value))
      } else if bytes.equals(key, "tag") {
        name = bytes.copied(value)
      }
    }
    return target.map { TagRecord(target: $0, kind: kind, tagger: tagger, name: name) }
  }
}
