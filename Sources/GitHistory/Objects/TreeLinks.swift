/// Which objects a tree names, without their names; submodules left out.
struct TreeLinks {
  var trees: [ObjectID] = []
  var files: [ObjectID] = []

  /// Nil if the bytes are no tree.
  static func parse(_ bytes: Span<UInt8>) -> TreeLinks? {
    var links = TreeLinks()
    let isWhole = TreeEntry.scan(bytes) { kind, _, id in
      switch kind {
      case .tree: links.trees.append(id)
      case .file, .symbolicLink: links.files.append(id)
      case .submodule: break
      }
    }
    return isWhole ? links : nil
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
