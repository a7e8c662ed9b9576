import GitHistory

/// Objects that were searched whole, and where in them something matched. No content: an object
/// with hits is read again.
struct SearchedObjects: Sendable {
  /// Blobs, commits and tags, sorted.
  var ids: [ObjectID] = []
  /// Of `ids`, sorted.
  var hits: [ObjectHit] = []
  var pointers: [ObjectID] = []
  /// Uncompressed bytes of all.
  var bytes = 0

  init() {}

  /// What a search has looked at whole; objects with a gap are left out, to be tried again.
  ///
  /// Nil where that cannot be told apart.
  init?(_ result: ObjectSearchResult) {
    guard result.gaps.isEmpty, result.unreadable.isEmpty else { return nil }
    ids = [result.blobs, result.commits, result.tags].flatMap { $0 }.sorted()
    (hits, pointers, bytes) = (result.hits, result.pointers, result.bytes)
  }

  func encoded() -> [UInt8] {
    var writer = MemoryWriter()
    writer.number(bytes)
    writer.list(pointers) { $0.id($1) }
    writer.list(hits) { writer, hit in
      writer.id(hit.object)
      writer.text(hit.kind.rawValue)
      writer.list(hit.matches) { writer, match in
        writer.number(match.rule)
        writer.number(match.secret.lowerBound)
        writer.number(match.secret.count)
        writer.number(match.isJudged ? 1 : 0)
      }
    }
    writer.list(ids) { $0.id($1) }
    return writer.bytes
  }

  init?(_ encoded: [UInt8]) {
    var reader = MemoryReader(encoded)
    do {
      bytes = try reader.number()
      pointers = try reader.list { try $0.id() }
      hits = try reader.list { reader in
        let id = try reader.id()
        guard let kind = ObjectKind(rawValue: try reader.text()) else {
          throw MemoryReader.Malformed()
        }
        return ObjectHit(object: id, kind: kind, matches: try reader.list { try $0.match() })
      }
      ids = try reader.list { try $0.id() }
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }
}

extension MemoryWriter {
  mutating func id(_ id: ObjectID) {
    for shift in stride(from: UInt64(56), through: 0, by: -8) { byte(id.high >> shift) }
    for shift in stride(from: UInt64(56), through: 0, by: -8) { byte(id.middle >> shift) }
    for shift in stride(from: UInt64(24), through: 0, by: -8) { byte(UInt64(id.low) >> shift) }
  }
}

extension MemoryReader {
  mutating func id() throws -> ObjectID {
    let bytes = try raw(20)
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    for byte in bytes.prefix(8) { words.0 = words.0 << 8 | UInt64(byte) }
    for byte in bytes.dropFirst(8).prefix(8) { words.1 = words.1 << 8 | UInt64(byte) }
    for byte in bytes.suffix(4) { words.2 = words.2 << 8 | UInt64(byte) }
    return ObjectID(high: words.0, middle: words.1, low: UInt32(words.2))
  }

  fileprivate mutating func match() throws -> SecretMatch {
    let (rule, start, count, isJudged) = (
      try number(), try number(), try number(), try number() == 1
    )
    guard rule >= 0, start >= 0, count >= 0, count <= Int(Int32.max), start <= Int(Int32.max)
    else { throw Malformed() }
    return SecretMatch(rule: rule, secret: start..<start + count, isJudged: isJudged)
  }
}
