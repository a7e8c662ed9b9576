import Foundation
import GitHistory
import TestSupport
import Testing

struct WorkTreeTests {
  private let source: GitRepository

  init() throws {
    source = try GitRepository()
    try source.directory.write("*.log\nbuild/\n", to: ".gitignore")
    try source.git("add", ".gitignore")
    try source.commit("one\n", to: "folder/a.txt")
  }

  private func paths(ignored: Bool = false) throws -> [String] {
    let repository = try Repository.open(source.path)
    return repository.workTreeFiles(index: try repository.index(), ignored: ignored).files
      .map { VisibleText.of($0.path) }
  }

  @Test func `tracked and untracked files are listed, ignored ones only if asked for`() throws {
    try source.directory.write("x", to: "new.txt")
    try source.directory.write("x", to: "debug.log")
    try source.directory.write("x", to: "build/out/b")
    #expect(try paths() == [".gitignore", "folder/a.txt", "new.txt"])
    let repository = try Repository.open(source.path)
    let ignored = repository.workTreeFiles(index: try repository.index()).ignored
    #expect(ignored == [Array("build/".utf8), Array("debug.log".utf8)])
    #expect(
      try paths(ignored: true) == [
        ".gitignore", "build/out/b", "debug.log", "folder/a.txt", "new.txt",
      ])
    try source.git("add", "-f", "build/out/b")
    #expect(try paths().contains("build/out/b"))
  }

  @Test func `symbolic links are not followed and repositories inside not entered`() throws {
    let outside = try TemporaryDirectory()
    try outside.write("x", to: "secret.txt")
    try FileManager.default.createSymbolicLink(
      at: source.url.appending(path: "link"), withDestinationURL: outside.url)
    try FileManager.default.createSymbolicLink(
      at: source.url.appending(path: "file"),
      withDestinationURL: outside.url.appending(path: "secret.txt"))
    try source.git("init", "-q", "inner")
    try source.directory.write("x", to: "inner/i.txt")
    try source.directory.write("x", to: "fake/.git/nothing")
    try source.directory.write("x", to: "fake/f.txt")
    let repository = try Repository.open(source.path)
    let listing = repository.workTreeFiles(index: try repository.index())
    #expect(listing.repositories == [Array("inner".utf8)])
    #expect(try paths().filter { !$0.hasPrefix("f") } == [".gitignore"])
    #expect(try paths().contains("fake/f.txt"))
  }

  @Test func `names of any bytes are read and shown`() throws {
    try source.directory.write("x", to: "-rf")
    try source.directory.write("x", to: "line\nbreak")
    let shell = try Command.run(
      ["sh", "-c", "printf x > \"$(printf 'bad\\377name')\""], in: source.url)
    #expect(shell.status == 0)
    #expect(
      try paths() == ["-rf", ".gitignore", "bad\\xffname", "folder/a.txt", "line\\nbreak"])
  }

  @Test func `staged is what the index has and HEAD has not`() throws {
    try source.directory.write("two\n", to: "folder/a.txt")
    try source.directory.write("new\n", to: "n.txt")
    try source.git("add", ".")
    try source.directory.write("later\n", to: "n.txt")
    let staged = try Repository.open(source.path).staged()
    #expect(staged.map { VisibleText.of($0.path) } == ["folder/a.txt", "n.txt"])
  }

  @Test func `changes are what status lists`() throws {
    #expect(try Repository.open(source.path).changes().isEmpty)
    try source.directory.write("two\n", to: "folder/a.txt")
    try source.directory.write("new\n", to: "sub/n.txt")
    let changes = try Repository.open(source.path).changes()
    #expect(changes.map { VisibleText.of($0.path) } == ["folder/a.txt", "sub/n.txt"])
    #expect(changes.map(\.isUntracked) == [false, true])
  }

  @Test func `nothing of the repository is executed`() throws {
    let trap = source.path + "/trap"
    try source.directory.write("*.txt filter=evil diff=evil\n", to: ".gitattributes")
    for key in ["filter.evil.clean", "filter.evil.smudge", "filter.evil.process"] {
      try source.git("config", key, "touch \(trap)")
    }
    try source.git("config", "core.fsmonitor", "touch \(trap)")
    try source.git("config", "diff.evil.textconv", "touch \(trap)")
    try source.directory.write("two\n", to: "folder/a.txt")
    let repository = try Repository.open(source.path)
    #expect(try !repository.changes().isEmpty)
    #expect(try !paths().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: trap))
  }
}
