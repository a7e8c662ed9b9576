/// What an annotated tag says.
public struct TagRecord: Sendable, Hashable {
  public var target: ObjectID
  public var tagger: Signature
  public var name: [UInt8]

  /// Nil if the bytes are no tag.
  static func parse(_ bytes: Span<UInt8>) -> TagRecord? {
    var target: ObjectID?
    var tagger = Signature([])
    var name: [UInt8] = []
    for line in HeaderLines.parse(bytes) {
      switch line.key {
      case "object": target = target ?? ObjectID(hexadecimal: line.value)
      case "tagger": tagger = Signature(line.value)
      case "tag": name = line.value
      default: continue
      }
    }
    return target.map { TagRecord(target: $0, tagger: tagger, name: name) }
  }
}
