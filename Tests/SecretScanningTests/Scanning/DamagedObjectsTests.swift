import FindingModel
import Foundation
import SecretScanning
import TestSupport
import Testing

/// A bit that flips must not hide what stands below it.
struct DamagedObjectsTests {
  private let source: GitRepository

  init() throws {
    source = try GitRepository()
    for text in ["one\n", "two\n"] {
      try source.commit(text, to: "folder/a.txt")
      try source.commit(text, to: "b.txt")
    }
  }

  private func gaps(_ engine: SecretScanOptions.Engine) async throws -> [Gap.Kind] {
    var options = SecretScanOptions(.history(source.path))
    options.engine = engine
    let result = try await SecretScan.run(options, matcher: TestPatternMatcher())
    return result.coverage.gaps.map(\.kind)
  }

  private func flip(_ bit: UInt8, at offset: Int, of path: String) throws {
    let url = source.url.appending(path: path)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: url.path(percentEncoded: false))
    var bytes = try Data(contentsOf: url)
    bytes[offset < 0 ? bytes.count + offset : offset] ^= bit
    try bytes.write(to: url)
  }

  @Test(arguments: [SecretScanOptions.Engine.delta, .plain], ["HEAD~3:folder", "HEAD~2^{tree}"])
  func `a small loose tree with a wrong checksum is a gap`(
    _ engine: SecretScanOptions.Engine, _ tree: String
  ) async throws {
    #expect(try await gaps(engine) == [])
    let id = try source.git("rev-parse", tree)
    try flip(1, at: -1, of: ".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    #expect(try await gaps(engine).contains(.corrupt))
  }

  /// Bits of the type in the head of a packed object: a tree becomes a blob, a commit a blob, a
  /// blob a commit.
  @Test(
    arguments: [SecretScanOptions.Engine.delta, .plain],
    [
      ("HEAD~3:folder", UInt8(0x10)), ("HEAD~2^{tree}", 0x10), ("HEAD~1", 0x20),
      ("HEAD~2:b.txt", 0x20),
    ])
  func `a packed object that says it is of another kind is a gap`(
    _ engine: SecretScanOptions.Engine, _ object: (name: String, bit: UInt8)
  ) async throws {
    try source.git("repack", "-a", "-d", "-q", "--depth=0", "--window=0")
    #expect(try await gaps(engine) == [])
    let id = try source.git("rev-parse", object.name)
    let folder = source.url.appending(path: ".git/objects/pack")
    let index = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        .first { $0.hasSuffix(".idx") })
    let listing = try source.git("verify-pack", "-v", ".git/objects/pack/" + index)
    let line = try #require(listing.split(separator: "\n").first { $0.hasPrefix(id) })
    let offset = try #require(Int(line.split(separator: " ")[4]))
    try flip(object.bit, at: offset, of: ".git/objects/pack/\(index.dropLast(4)).pack")
    #expect(try await gaps(engine).contains(.corrupt))
  }
}
