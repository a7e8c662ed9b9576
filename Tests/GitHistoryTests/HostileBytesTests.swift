import Testing

@testable import GitHistory

/// Objects come from strangers: any bytes give a record or none, never a crash.
struct HostileBytesTests {
  private static let commit = """
    tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904
    parent 0123456789abcdef0123456789abcdef01234567
    author A <a@example.org> 1767323045 +0100
    committer B <b@example.org> 99999999999999999999999 +0000

    message
    """
  private static let tree =
    Array("100644 name\0".utf8) + [UInt8](repeating: 7, count: 20) + Array("40000 d\0".utf8)
    + [UInt8](repeating: 9, count: 20)

  @Test(arguments: 0..<8)
  func `damaged commits, tags and trees are parsed or refused`(seed: UInt64) {
    var generator = Generator(state: seed)
    for start in [Array(Self.commit.utf8), Self.tree] {
      for _ in 0..<2000 {
        var bytes = start
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
          let index = Int.random(in: 0..<bytes.count, using: &generator)
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
          case 1: bytes.removeSubrange(index...)
          default: bytes.remove(at: index)
          }
        }
        _ = CommitRecord.parse(bytes.span)
        _ = TagRecord.parse(bytes.span)
        let entries = TreeEntry.parse(bytes.span)
        let links = TreeLinks.parse(bytes.span)
        // Whatever is a tree for the one is a tree for the other, so that marks miss nothing.
        if let entries { #expect(links?.trees.count == entries.count { $0.kind == .tree }) }
        _ = VisibleText.of(bytes)
      }
    }
  }

  @Test func `a date beyond all calendars is cut, a missing one is zero`() throws {
    let parsed = CommitRecord.parse(Array(Self.commit.utf8).span)
    let record = try #require(parsed)
    #expect(record.author.seconds == 1_767_323_045)
    #expect(record.committer.seconds == 0)
    #expect(record.author.text == "A <a@example.org>")
    #expect(Signature(Array("nobody".utf8)).seconds == 0)
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
