import Foundation
import TestSupport
import Testing

@testable import GitHistory

/// libgit2 is the judge of what references a repository has.
struct PackedReferencesTests {
  /// A repository with references of every kind: some packed, some loose, some both.
  private static func source() throws -> GitRepository {
    let source = try GitRepository()
    let one = try source.commit("one\n", to: "a.txt")
    for name in ["heads/a", "heads/a-b", "heads/a-/c", "tags/light"] {
      try source.git("update-ref", "refs/\(name)", one)
    }
    try source.git("tag", "-a", "-m", "first", "v1")
    try source.git("update-ref", "refs/remotes/origin/main", one)
    try source.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    try source.git("pack-refs", "--all")
    let two = try source.commit("two\n", to: "a.txt")
    try source.git("update-ref", "refs/heads/a-b", two)
    try source.git("update-ref", "refs/heads/zz/new", two)
    try source.git("symbolic-ref", "refs/heads/alias", "refs/heads/a")
    try source.git("symbolic-ref", "refs/heads/nowhere", "refs/heads/none")
    return source
  }

  private func expectAsListed(_ source: GitRepository, _ why: Comment) throws {
    let repository = try Repository.open(source.path)
    let (found, listed) = (try repository.references(), try repository.listedReferences())
    #expect(found.references == listed.references, why)
    #expect(Set(found.problems.map { "\($0)" }) == Set(listed.problems.map { "\($0)" }), why)
    #expect(try repository.head().commit == repository.target(of: Array("HEAD".utf8)), why)
  }

  private static func packed(_ source: GitRepository) throws -> String {
    try String(
      contentsOf: source.directory.url.appending(path: ".git/packed-refs"), encoding: .utf8)
  }

  private func isRead(_ source: GitRepository) throws -> Bool {
    PackedReferences(try Repository.open(source.path).layout) != nil
  }

  @Test func `packed, loose and symbolic references are as libgit2 lists them`() throws {
    let source = try Self.source()
    #expect(try isRead(source))
    try expectAsListed(source, "as made")
    let names = try Repository.open(source.path).references().references.map(\.text)
    #expect(names.count == 11)
    try source.git("pack-refs", "--all")
    try expectAsListed(source, "all packed, HEAD's branch too")
    try source.git("checkout", "-q", "-b", "unborn/branch")
    try source.git("symbolic-ref", "HEAD", "refs/heads/not-yet")
    try expectAsListed(source, "an unborn branch")
    try source.directory.write("not an id\n", to: ".git/refs/heads/a")
    try expectAsListed(source, "a broken one hides a packed one")
    try source.directory.write("ref: refs/heads/../a\n", to: ".git/refs/heads/b")
    try expectAsListed(source, "a symbolic one that is no name")
    try FileManager.default.removeItem(at: source.directory.url.appending(path: ".git/packed-refs"))
    try expectAsListed(source, "no packed ones")
    #expect(try isRead(source))
  }

  @Test(arguments: [
    "# pack-refs with: peeled fully-peeled sorted \n", "\n", "garbage\n",
    "0123456789abcdef0123456789abcdef01234567 refs/heads/zzz",
    "0123456789abcdef0123456789abcdef01234567 refs/heads/a\n",
    "0123456789ABCDEF0123456789abcdef0123456g refs/heads/zzz\n",
    "0123456789abcdef0123456789abcdef01234567 refs/zz/a..b\n",
    "0123456789abcdef0123456789abcdef01234567 refs/zz/a.lock\n",
    "0123456789abcdef0123456789abcdef01234567 refs/zz/a.lock/b\n",
    "0123456789abcdef0123456789abcdef01234567 refs/zz/.a\n",
    "0123456789abcdef0123456789abcdef01234567 refs/zz/a/\n",
    "0123456789abcdef0123456789abcdef01234567 refs/zz/a\r\n",
    "0123456789abcdef0123456789abcdef01234567  refs/zz/a\n",
    "0123456789abcdef0123456789abcdef01234567 refs/zz/@{a\n",
    "0123456789abcdef0123456789abcdef01234567 zz\n",
    "^0123456789abcdef0123456789abcdef01234567\n^0123456789abcdef0123456789abcdef01234567\n",
  ])
  func `what git does not write is not read`(line: String) throws {
    let source = try Self.source()
    let packed = try Self.packed(source)
    try source.directory.write(packed + line, to: ".git/packed-refs")
    #expect(try !isRead(source))
    let repository = try Repository.open(source.path)
    if let listed = try? repository.listedReferences() {
      #expect(try repository.references().references == listed.references)
    } else {
      #expect(throws: GitError.self) { try repository.references() }
    }
  }

  /// Whatever is read of damaged bytes is what libgit2 reads of them.
  @Test(arguments: 0..<4)
  func `damage is read as libgit2 reads it, or not at all`(seed: UInt64) throws {
    let source = try Self.source()
    let packed = Array(try Self.packed(source).utf8)
    var generator = Generator(state: seed)
    var read = 0
    for _ in 0..<400 {
      var bytes = packed
      let index = Int.random(in: 45..<bytes.count, using: &generator)
      let letter = Array("0123abcdef/.~ \n\r\u{1}^#zé".utf8).randomElement(using: &generator) ?? 0
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes.insert(letter, at: index)
      case 1: bytes.remove(at: index)
      default: bytes[index] = letter
      }
      guard PackedReferences(bytes) != nil else { continue }
      read += 1
      try source.directory.write(Data(bytes), to: ".git/packed-refs")
      try expectAsListed(source, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(read > 20)
  }

  @Test func `links are left to libgit2`() throws {
    let source = try Self.source()
    try FileManager.default.createSymbolicLink(
      atPath: source.path + "/.git/refs/heads/linked", withDestinationPath: "a-b")
    try expectAsListed(source, "a link to a loose one")
    let names = try Repository.open(source.path).references().references.map(\.text)
    #expect(names.contains("refs/heads/linked"))
  }

  @Test(arguments: [[UInt8]("h".utf8) + [0xe9], [0xff], Array("plain".utf8)], [true, false])
  func `HEAD is at a branch whatever bytes its name has`(name: [UInt8], isPacked: Bool) throws {
    let source = try Self.source()
    let commit = try source.git("rev-parse", "HEAD")
    let reference = Array("refs/heads/".utf8) + name
    if isPacked {
      let line = Data("\(commit) ".utf8) + Data(reference) + Data("\n".utf8)
      try source.directory.write(line, to: ".git/packed-refs")
    } else {
      let path = Array((source.path + "/.git/").utf8) + reference
      try #require(Self.write("\(commit)\n", path))
    }
    let head = Data("ref: ".utf8) + Data(reference) + Data("\n".utf8)
    try source.directory.write(head, to: ".git/HEAD")
    #expect(try Repository.open(source.path).head().commit?.description == commit)
    try expectAsListed(source, "\(name)")
  }

  /// By a path that need not be text.
  private static func write(_ content: String, _ path: [UInt8]) -> Bool {
    let mode = "w"
    guard let file = unsafe path.withCString({ unsafe fopen($0, mode) }) else { return false }
    defer { unsafe fclose(file) }
    return unsafe fputs(content, file) >= 0
  }

  @Test(arguments: ["#", "#\0", "# \0 pack-refs with: sorted", "# pack-refs with: \r", "# sorted"])
  func `a first line that is not git's is not passed over`(line: String) throws {
    #expect(PackedReferences(Array("\(line)\n".utf8)) == nil)
    #expect(PackedReferences(Array("# pack-refs with: sorted \n".utf8)) != nil)
    #expect(PackedReferences([]) != nil)
  }

  @Test(.timeLimit(.minutes(15))) func `a pipe in place of packed references is refused`() throws {
    let source = try GitRepository()
    try #require(unsafe mkfifo(source.path + "/.git/packed-refs", 0o600) == 0)
    #expect(throws: GitError.self) { _ = try Repository.open(source.path) }
  }

  @Test(arguments: ["", "0", "f", "g", "G", "/", ":", "@", "`", "\u{0}", "A", "F", "\u{7f}"])
  func `an id is forty digits`(digit: String) {
    let digits = "0123456789abcdef0123456789abcdef01234567"
    for index in 0..<40 {
      var text = Array(digits)
      text.replaceSubrange(index...index, with: digit)
      let id = ObjectID(String(text))
      let isDigit = digit.count == 1 && digit.allSatisfy(\.isHexDigit)
      #expect((id != nil) == isDigit)
      if let id { #expect(id.description == String(text).lowercased()) }
    }
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
