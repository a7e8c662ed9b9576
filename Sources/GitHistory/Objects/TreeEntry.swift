/// One line of a directory.
public struct TreeEntry: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case tree, file, symbolicLink
    /// A commit of another repository.
    case submodule
  }

  public var name: [UInt8]
  public var kind: Kind
  public var id: ObjectID

  /// The entries of a tree object; nil if its bytes are no tree.
  static func parse(_ bytes: Span<UInt8>) -> [TreeEntry]? {
    var entries: [TreeEntry] = []
    let isWhole = scan(bytes) { kind, name, id in
      entries.append(TreeEntry(name: bytes.copied(name), kind: kind, id: id))
    }
    return isWhole ? entries : nil
  }

  /// Calls `body` with kind, range of the name and id of each entry; false if the bytes are no
  /// tree. The one reader of trees, so that no two of ours see different things in one.
  /// Source: git's tree format, `mode SP name NUL id`, over and over.
  static func scan(
    _ bytes: Span<UInt8>, _ body: (_ kind: Kind, _ name: Range<Int>, _ id: ObjectID) -> Void
  ) -> Bool {
    var position = 0
    while position < bytes.count {
      guard let space = bytes.first(0x20, in: position..<min(position + 8, bytes.count)),
        let end = bytes.first(0, in: space + 1..<bytes.count), end + 20 < bytes.count,
        let kind = kind(mode: bytes, position..<space)
      else { return false }
      body(kind, space + 1..<end, ObjectID(in: bytes, at: end + 1))
      position = end + 21
    }
    return true
  }

  private static func kind(mode bytes: Span<UInt8>, _ range: Range<Int>) -> Kind? {
    var mode = 0
    for index in range {
      guard (0x30...0x37).contains(bytes[index]) else { return nil }
      mode = mode << 3 | Int(bytes[index] - 0x30)
    }
    switch mode & 0o170000 {
    case 0o040000: return .tree
    case 0o120000: return .symbolicLink
    case 0o160000: return .submodule
    default: return .file
    }
  }
}
