/// Pointers of git LFS: the content itself is elsewhere, and not part of the repository.
enum LFSPointer {
  /// Source: git-lfs `docs/spec.md`: shorter than 1024 bytes, the version line first.
  private static let start = Array("version https://git-lfs.github.com/spec/".utf8)

  static func isOne(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count < 1024, bytes.count > start.count else { return false }
    return start.indices.allSatisfy { bytes[$0] == start[$0] }
  }
}
