import Foundation
import GitHistory
import GitPacks
import TestSupport
import Testing

@testable import SecretScanning

/// The delta engine against the plain one: the same result however objects are stored.
@Suite struct DeltaEngineTests {
  static let packings: [[String]] = [
    ["repack", "-adfq", "--window=50", "--depth=200"],
    ["repack", "-adfq", "--window=3", "--depth=7"],
    ["-c", "repack.useDeltaBaseOffset=false", "repack", "-adfq", "--window=20"],
    ["repack", "-adfq", "--window=0"],
    ["repack", "-dq"],
  ]

  /// Histories that are compared; set the variable for a long run.
  static let histories =
    Int(
      ProcessInfo.processInfo.environment["SECGATE_GENERATED_HISTORIES"] ?? "") ?? 25

  private func compare(_ repository: GitRepository) async throws -> ObjectSearchResult {
    let matcher = try TestPatternMatcher()
    let layout = try Repository.open(repository.path, .init()).layout
    let forest = DeltaForest.build(ObjectStore(objects: layout.commonDirectory + "/objects"))
    let plain = try await PlainObjectEngine(layout: layout, matcher: matcher, jobs: 1)
      .search(.all) { _ in }
    let delta = try await DeltaObjectEngine(
      layout: layout, forest: forest, matcher: matcher, jobs: 2
    ).search(.all) { _ in }
    #expect(delta.hits == plain.hits)
    #expect(delta.blobs == plain.blobs)
    #expect(delta.commits == plain.commits)
    #expect(delta.trees == plain.trees)
    #expect(delta.tags == plain.tags)
    #expect(delta.bytes == plain.bytes)
    #expect(delta.gaps == plain.gaps)
    #expect(delta.unreadable == plain.unreadable)
    #expect(!plain.hits.isEmpty)
    return delta
  }

  @Test(arguments: 0..<histories)
  func `both engines say the same of made-up histories`(seed: Int) async throws {
    let repository = try GeneratedHistory.repository(seed)
    // As the import stored it: short chains in the order of writing.
    try await compareAll(repository)
    try repository.git(Self.packings[seed % Self.packings.count])
    try await compareAll(repository)
    try Self.addPack(repository, window: 2 + seed % 9, depth: 1 + seed % 40)
    try await compareAll(repository)
  }

  private func compareAll(_ repository: GitRepository) async throws {
    let delta = try await compare(repository)
    #expect(delta.readOneByOne.isEmpty)
    #expect(Set(delta.hits.map(\.kind)) == [.blob, .commit, .tag])
  }

  /// A second pack that holds some of the objects again, built on other bases.
  private static func addPack(_ repository: GitRepository, window: Int, depth: Int) throws {
    let names = try repository.git("rev-list", "--objects", "main~5").split(separator: "\n")
      .compactMap { $0.split(separator: " ").first }.reversed()
    try repository.git(
      ["pack-objects", "-q", "--window=\(window)", "--depth=\(depth)", ".git/objects/pack/pack"],
      input: Data(names.joined(separator: "\n").utf8))
  }

  @Test func `what the walk does not vouch for is read through libgit2 and told`() async throws {
    let repository = try GeneratedHistory.repository(99)
    let text = (0..<99).map { "\($0) tok_abcdefgh0123\n" }.joined()
    let blob = try repository.git(["hash-object", "-w", "--stdin"], input: Data(text.utf8))
    let path = ".git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"
    let file = repository.url.appending(path: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path())
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count / 2] ^= 0x55
    try bytes.write(to: file)
    let delta = try await compare(repository)
    #expect(delta.readOneByOne.map(\.description) == [blob])
    #expect(delta.unreadable == delta.readOneByOne)
  }
}
