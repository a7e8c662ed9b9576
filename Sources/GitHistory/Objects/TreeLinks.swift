/// Which objects a tree names, without their names; submodules left out.
struct TreeLinks {
  var trees: [ObjectID] = []
  var files: [ObjectID] = []

  /// Nil if the bytes are no tree.
  static func parse(_ bytes: Span<UInt8>) -> TreeLinks? {
    var links = TreeLinks()
    var position = 0
    while position < bytes.count {
      guard let end = bytes.first(0, in: position..<bytes.count), end + 20 < bytes.count,
        end - position >= 7
      else { return nil }
      let id = ObjectID(in: bytes, at: end + 1)
      // Modes as git writes them: 40000 for a tree, 160000 for a submodule.
      if bytes[position] == 0x34 || bytes[position] == 0x30 {
        links.trees.append(id)
      } else if !(bytes[position] == 0x31 && bytes[position + 1] == 0x36) {
        links.files.append(id)
      }
      position = end + 21
    }
    return links
  }
}

extension Repository {
  func links(of tree: ObjectID) throws -> TreeLinks {
    if tree == .emptyTree { return TreeLinks() }
    return try withObject(tree) { kind, bytes in
      guard kind == .tree, let links = TreeLinks.parse(bytes) else {
        throw GitError(.corruptObject, "object \(tree) is no well-formed tree; run `git fsck`")
      }
      return links
    }
  }
}
