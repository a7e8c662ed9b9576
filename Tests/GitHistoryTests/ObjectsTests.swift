import Foundation
import GitHistory
import TestSupport
import Testing

struct ObjectsTests {
  private let source: GitRepository

  init() throws {
    source = try GitRepository()
    try source.commit("one\n", to: "a.txt")
  }

  private func read(_ name: String) throws -> String {
    let id = try #require(ObjectID(try source.git("rev-parse", name)))
    return String(decoding: try Repository.open(source.path).contents(of: id, .blob), as: UTF8.self)
  }

  @Test func `objects are read whole, whichever way they are stored`() throws {
    for index in 0..<30 { try source.commit("one\n\(index)\n", to: "a.txt") }
    let loose = try Repository.open(source.path).listObjects().sorted()
    #expect(try read("HEAD:a.txt") == "one\n29\n")
    try source.git("gc", "-q", "--aggressive")
    let packed = try Repository.open(source.path)
    #expect(try packed.listObjects().sorted() == loose)
    #expect(try read("HEAD~20:a.txt") == "one\n9\n")
  }

  @Test func `commits, tags and trees are parsed`() throws {
    try source.git("tag", "-a", "-m", "first", "v1")
    let repository = try Repository.open(source.path)
    let tag = try repository.tag(repository.object(named: "v1"))
    let commit = try repository.commit(tag.target)
    #expect(commit.author.text == "Ada Test <ada@example.org>")
    #expect(commit.author.seconds == 1_767_323_045)
    #expect(commit.parents.isEmpty)
    #expect(try repository.tree(commit.tree).map(\.name) == [Array("a.txt".utf8)])
    #expect(try repository.file(at: tag.target, "a.txt") == Array("one\n".utf8))
    #expect(try repository.file(at: tag.target, "b.txt") == nil)
  }

  @Test func `a missing and a damaged object are errors that name it`() throws {
    let repository = try Repository.open(source.path)
    let nowhere = try #require(ObjectID(String(repeating: "ab", count: 20)))
    #expect { try repository.contents(of: nowhere, .blob) } throws: {
      ($0 as? GitError)?.code == .missingObject && "\($0)".contains("abab")
    }
    let blob = try source.git("rev-parse", "HEAD:a.txt")
    let file = source.url.appending(path: ".git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))")
    try FileManager.default.removeItem(at: file)
    try Data("this is no zlib stream".utf8).write(to: file)
    let id = try #require(ObjectID(blob))
    let again = try Repository.open(source.path)
    #expect(try again.listObjects().contains(id))
    #expect { try again.contents(of: id, .blob) } throws: {
      ($0 as? GitError)?.code == .corruptObject
    }
  }

  @Test func `malformed commits and trees are errors, not crashes`() throws {
    let texts = ["", "tree 12\n", "40000 x", "100644 a\0short", "parent zz\n\n"]
    let repository = try Repository.open(source.path)
    for text in texts {
      for kind in ["commit", "tree", "tag"] {
        let id = try source.git(
          ["hash-object", "-w", "--literally", "-t", kind, "--stdin"], input: Data(text.utf8))
        let object = try #require(ObjectID(id))
        if kind == "commit" {
          #expect(throws: GitError.self) { try repository.commit(object) }
        } else if kind == "tag" {
          #expect(throws: GitError.self) { try repository.tag(object) }
        } else if !text.isEmpty {
          #expect(throws: GitError.self) { try repository.tree(object) }
        }
      }
    }
  }

  @Test func `packs without index and lost alternates are told`() throws {
    try source.git("gc", "-q")
    let folder = source.url.appending(path: ".git/objects/pack")
    let index = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder.path()).first { $0.hasSuffix(".idx") })
    try FileManager.default.removeItem(at: folder.appending(path: index))
    try source.directory.write("/nowhere/objects\n", to: ".git/objects/info/alternates")
    let damaged = try Repository.open(source.path).completeness().damaged
    #expect(damaged.count == 2)
    #expect(damaged.contains { $0.contains("has no index") })
    #expect(damaged.contains { $0.contains("/nowhere/objects") })
  }
}
