import Foundation
import TestSupport
import Testing

@testable import GitHistory

/// Loose objects that were cut off, as after a crash: libgit2 would never return from them.
@Suite struct LooseFileTests {
  /// Larger than the head that libgit2 reads first, and smaller; compressible and not.
  private static let contents = [
    "a", String(repeating: "the same line\n", count: 20_000),
    (0..<9000).map { String($0 &* 2_654_435_761 % 1_000_003, radix: 36) }.joined(),
  ]

  @Test(arguments: contents.indices)
  func `a loose object that was cut off is an error`(number: Int) throws {
    let source = try GitRepository()
    try source.commit(Self.contents[number], to: "file.txt")
    let name = try source.git("rev-parse", "HEAD:file.txt")
    let path = source.path + "/.git/objects/" + name.prefix(2) + "/" + name.dropFirst(2)
    let whole = try Data(contentsOf: URL(filePath: path))
    let id = try #require(ObjectID(name))
    #expect(!LooseFile.endsEarly([UInt8](whole)))
    let read = try Repository.open(source.path).contents(of: id, .blob)
    #expect(read == Array(Self.contents[number].utf8))
    try FileManager.default.removeItem(atPath: path)
    for kept in Set([1, 2, 5, 20, whole.count / 2, whole.count - 5, whole.count - 1])
    where 0 < kept && kept < whole.count {
      try whole.prefix(kept).write(to: URL(filePath: path))
      let repository = try Repository.open(source.path)
      #expect(throws: GitError.self, "\(kept)") {
        try repository.contents(of: id, .blob)
      }
      let isGenuine = repository.isGenuine(id)
      #expect(!isGenuine)
    }
  }

  /// Everything that libgit2 reads by itself: to list changes, to compare trees, to resolve a name.
  @Test(arguments: ["HEAD", "HEAD^{tree}", "HEAD:folder", "HEAD~1"])
  func `what libgit2 reads by itself ends as well`(place: String) throws {
    let source = try GitRepository()
    try source.directory.write("first", to: "folder/a.txt")
    try source.git("add", ".")
    try source.git("commit", "-q", "-m", String(repeating: "A line. ", count: 400))
    for number in 0..<200 { try source.directory.write("\(number)", to: "folder/\(number).txt") }
    for number in 0..<200 { try source.directory.write("\(number)", to: "\(number).txt") }
    try source.git("add", ".")
    try source.git("commit", "-q", "-m", String(repeating: "Another line. ", count: 400))
    let name = try source.git("rev-parse", place)
    let path = source.path + "/.git/objects/" + name.prefix(2) + "/" + name.dropFirst(2)
    let whole = try Data(contentsOf: URL(filePath: path))
    try FileManager.default.removeItem(atPath: path)
    try whole.prefix(whole.count * 2 / 3).write(to: URL(filePath: path))
    let repository = try Repository.open(source.path)
    let id = try #require(ObjectID(name))
    #expect(throws: GitError.self) { try repository.withObject(id) { _, _ in } }
    #expect(throws: GitError.self) { try repository.object(named: String(name.prefix(12))) }
    if place != "HEAD~1" { #expect(throws: GitError.self) { try repository.changes() } }
  }
}
