import Foundation
import GitHistory
import TestSupport
import Testing

struct NamesTests {
  @Test(arguments: [
    (Array("plain.txt".utf8), "plain.txt"), (Array("grün/日本".utf8), "grün/日本"),
    (Array("a\nb\tc\u{1b}[31m".utf8), "a\\nb\\tc\\x1b[31m"), ([0x61, 0xff, 0x62], "a\\xffb"),
    ([0xe2, 0x82, 0x41], "\\xe2\\x82A"), (Array("evil\u{202e}txt".utf8), "evil\\u{202e}txt"),
  ])
  func `hostile names are shown harmlessly`(bytes: [UInt8], shown: String) {
    #expect(VisibleText.of(bytes) == shown)
  }

  @Test func `an id is read and written`() throws {
    let text = "0123456789abcdef0123456789abcdef01234567"
    let id = try #require(ObjectID(text))
    #expect(id.description == text)
    #expect(ObjectID(bytes: id.bytes) == id)
    #expect(ObjectID(text.dropLast()) == nil)
    #expect(ObjectID("g" + text.dropFirst()) == nil)
  }

  @Test func `a broken reference is told although an older packed one has its name`() throws {
    let source = try GitRepository()
    try source.commit("one\n", to: "a.txt")
    try source.git("branch", "side")
    try source.git("pack-refs", "--all")
    try source.directory.write("not an id\n", to: ".git/refs/heads/side")
    let listing = try Repository.open(source.path).references()
    #expect(listing.references.map(\.text) == ["refs/heads/main", "refs/heads/side"])
    #expect(listing.references.last?.target == nil)
    #expect(listing.problems.count == 1)
  }

  @Test func `a loose reference counts, not the packed one of its name`() throws {
    let source = try GitRepository()
    try source.commit("one\n", to: "a.txt")
    try source.git("pack-refs", "--all")
    let head = try source.commit("two\n", to: "a.txt")
    let listing = try Repository.open(source.path).references()
    #expect(listing.references.map { $0.target?.description } == [head])
    #expect(listing.problems.isEmpty)
  }

  @Test func `all references are listed, broken ones told`() throws {
    let source = try GitRepository()
    let commit = try source.commit("one\n", to: "a.txt")
    try source.git("tag", "-a", "-m", "first", "v1")
    try source.git("notes", "add", "-m", "a note")
    try source.git("update-ref", "refs/remotes/origin/main", commit)
    try source.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/gone")
    try source.directory.write("not an id\n", to: ".git/refs/heads/broken")
    let repository = try Repository.open(source.path)
    let listing = try repository.references()
    #expect(
      listing.references.map(\.text) == [
        "refs/heads/broken", "refs/heads/main", "refs/notes/commits", "refs/remotes/origin/HEAD",
        "refs/remotes/origin/main", "refs/tags/v1",
      ])
    #expect(listing.problems.count == 1)
    let tips = try repository.tips(listing.references)
    #expect(tips.commits.contains(try #require(ObjectID(commit))))
    #expect(tips.commits.count == 2)
    #expect(tips.tags.count == 1)
  }

  @Test func `revisions and ranges are resolved`() throws {
    let source = try GitRepository()
    let one = try #require(ObjectID(try source.commit("one\n", to: "a")))
    try source.git("checkout", "-q", "-b", "side")
    let two = try #require(ObjectID(try source.commit("two\n", to: "b")))
    try source.git("checkout", "-q", "main")
    let three = try #require(ObjectID(try source.commit("three\n", to: "c")))
    let repository = try Repository.open(source.path)
    #expect(try repository.range("main~1..side") == RevisionRange(from: one, to: two))
    #expect(try repository.range("side..") == RevisionRange(from: two, to: three))
    #expect(try repository.range("side...main") == RevisionRange(from: one, to: three))
    #expect(try repository.range("main").from == nil)
    #expect(throws: GitError.self) { try repository.range("nowhere..main") }
    #expect(try repository.mergeBase(two, three) == one)
  }

  @Test func `the repository's own configuration is read`() throws {
    let source = try GitRepository()
    try source.git("remote", "add", "Origin", "https://someone@example.org/x.git")
    let entries = try Repository.open(source.path).configuration()
    #expect(
      entries.contains { $0.key == "remote.Origin.url" && $0.value.contains("someone@example.org") }
    )
  }
}
