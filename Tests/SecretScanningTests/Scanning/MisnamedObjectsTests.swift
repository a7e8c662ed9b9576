import FindingModel
import Foundation
import SecretScanning
import TestSupport
import Testing

/// Objects that history names as something else than they are, and those that git knows without
/// storing them.
struct MisnamedObjectsTests {
  private static let emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"

  private let source: GitRepository

  init() throws {
    source = try GitRepository()
    try source.commit("one\n", to: "folder/a.txt")
  }

  /// The same in both engines; objects loose, then packed.
  private func gaps() async throws -> [Gap] {
    var found: [[Gap]] = []
    for isPacked in [false, true] {
      if isPacked {
        let all = try source.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)")
        try source.git(
          ["pack-objects", "-q", ".git/objects/pack/pack"], input: Data((all + "\n").utf8))
        try source.git("prune-packed", "-q")
      }
      for engine in [SecretScanOptions.Engine.delta, .plain] {
        var options = SecretScanOptions(.history(source.path))
        options.engine = engine
        found.append(
          try await SecretScan.run(options, matcher: TestPatternMatcher()).coverage.gaps)
      }
    }
    for other in found { #expect(other == found[0]) }
    return found[0]
  }

  private func write(_ kind: String, _ content: Data) throws -> String {
    try source.git(
      ["hash-object", "-w", "--literally", "-t", kind, "--stdin"], input: content)
  }

  private func entry(_ mode: String, _ name: String, _ id: String) -> Data {
    let digits = Array(id.utf8)
    let raw = stride(from: 0, to: 40, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
    return Data("\(mode) \(name)".utf8) + [0] + raw
  }

  private func tree(_ mode: String, _ id: String) throws -> String {
    try write("tree", entry(mode, "name", id))
  }

  private func commit(_ tree: String) throws -> String {
    let person = "Ada Test <ada@example.org> 1700000000 +0000"
    return try write(
      "commit", Data("tree \(tree)\nauthor \(person)\ncommitter \(person)\n\nx\n".utf8))
  }

  @Test(arguments: [
    ("40000", "HEAD:folder/a.txt", "tree", "blob"), ("40000", "HEAD", "tree", "commit"),
    ("100644", "HEAD:folder", "blob", "tree"), ("120000", "HEAD", "blob", "commit"),
  ])
  func `an entry of another kind than its object is a gap`(
    _ mode: String, _ name: String, _ expected: String, _ kind: String
  ) async throws {
    #expect(try await gaps() == [])
    let id = try source.git("rev-parse", name)
    try source.git("update-ref", "refs/heads/other", try commit(try tree(mode, id)))
    let gap = Gap(
      kind: .corrupt, subject: "object \(id)",
      detail: "history names it as a \(expected), it is a \(kind); run `git fsck`")
    #expect(try await gaps() == [gap])
    // Nothing reaches it: it is damaged all the same.
    try source.git("update-ref", "-d", "refs/heads/other")
    #expect(try await gaps() == [gap])
  }

  /// As deltas: the entry is inherited from the base's list.
  @Test func `versions of a tree with such an entry are one gap`() async throws {
    let id = try source.git("rev-parse", "HEAD:folder/a.txt")
    for number in 0..<4 {
      let files = (0..<40).map { entry("100644", "file\($0)", id) }.joined()
      let content =
        Data(files) + entry("40000", "folder", id) + entry("100644", "z\(number)", id)
      try source.git(
        "update-ref", "refs/heads/other\(number)", try commit(try write("tree", content)))
    }
    #expect(try await gaps().map(\.subject) == ["object \(id)"])
  }

  @Test(arguments: ["HEAD:folder/a.txt", "HEAD"])
  func `a commit whose tree is none is a gap`(_ name: String) async throws {
    let id = try source.git("rev-parse", name)
    try source.git("update-ref", "refs/heads/other", try commit(id))
    let gaps = try await gaps()
    #expect(gaps.map(\.kind) == [.corrupt] && gaps.map(\.subject) == ["object \(id)"])
  }

  @Test func `a tag that says another kind than its object's is a gap`() async throws {
    let id = try source.git("rev-parse", "HEAD")
    func tag(_ kind: String) throws -> String {
      try write(
        "tag", Data("object \(id)\ntype \(kind)\ntag x\ntagger A <a@b.c> 1 +0000\n\nx\n".utf8))
    }
    try source.directory.write(try tag("commit") + "\n", to: ".git/refs/tags/good")
    #expect(try await gaps() == [])
    try source.directory.write(try tag("tree") + "\n", to: ".git/refs/tags/bad")
    let gaps = try await gaps()
    #expect(gaps.map(\.kind) == [.corrupt])
    #expect(gaps.first?.detail.contains("refs/tags/bad") == true)
  }

  @Test(arguments: [SecretScanOptions.Engine.delta, .plain])
  func `a file that is none is a gap of a range too`(_ engine: SecretScanOptions.Engine)
    async throws
  {
    let old = try source.git("rev-parse", "HEAD")
    let folder = try source.git("rev-parse", "HEAD:folder")
    try source.git("update-ref", "refs/heads/other", try commit(try tree("100644", folder)))
    var options = SecretScanOptions(.range(source.path, range: "\(old)..other"))
    options.engine = engine
    let result = try await SecretScan.run(options, matcher: TestPatternMatcher())
    #expect(result.coverage.gaps.map(\.subject) == ["object \(folder)"])
  }

  @Test func `the empty tree need not be stored`() async throws {
    try source.git("update-ref", "refs/heads/empty", try commit(Self.emptyTree))
    let above = try tree("40000", Self.emptyTree)
    try source.git("update-ref", "refs/heads/above", try commit(above))
    let path = ".git/objects/\(Self.emptyTree.prefix(2))/\(Self.emptyTree.dropFirst(2))"
    #expect(!FileManager.default.fileExists(atPath: source.path + "/" + path))
    try source.git("rev-list", "--objects", "--all")
    #expect(try await gaps() == [])
  }

  @Test func `the empty blob must be stored`() async throws {
    let empty = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
    try source.git("update-ref", "refs/heads/other", try commit(try tree("100644", empty)))
    #expect(try await gaps().map(\.kind) == [.missing])
  }
}
