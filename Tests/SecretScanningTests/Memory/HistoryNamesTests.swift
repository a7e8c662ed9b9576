import Foundation
import GitHistory
import GitPacks
import TestSupport
import Testing

@testable import SecretScanning

/// Only what nobody else can read otherwise is taken for a commit without asking libgit2.
struct HistoryNamesTests {
  private let source: GitRepository
  private let tip: String

  init() throws {
    source = try GitRepository()
    try source.commit("one\n", to: "a.txt")
    try source.git("tag", "-a", "-m", "first", "v1")
    tip = try source.commit("two\n", to: "a.txt")
    try source.git("repack", "-a", "-d", "-q", "--depth=0", "--window=0")
  }

  private func known() throws -> [String] {
    let layout = try Repository.open(source.path).layout
    let (_, forest) = DeltaForest.build(objects: layout.commonDirectory + "/objects", jobs: 1)
    return try HistoryNames.Listing(layout).commits(in: forest).map(\.description)
  }

  private func packs() throws -> [URL] {
    let folder = source.url.appending(path: ".git/objects/pack")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "pack" }
  }

  @Test func `commits that references name are known, tags are asked about`() throws {
    #expect(try known() == [tip])
    let layout = try Repository.open(source.path).layout
    let names = try HistoryNames(layout, commits: [try #require(ObjectID(tip))])
    #expect(names.tips.commits.count == 2 && names.tips.tags.count == 1)
    #expect(names.problems.isEmpty)
    #expect(try HistoryNames(layout, commits: []).tips.commits == names.tips.commits)
  }

  @Test func `a second copy of anything makes libgit2 the judge`() throws {
    try source.git(
      ["pack-objects", "-q", ".git/objects/pack/pack"], input: Data("\(tip)\n".utf8))
    #expect(try packs().count == 2)
    #expect(try known() == [])
  }

  @Test func `damage makes libgit2 the judge`() throws {
    let pack = try #require(try packs().first)
    var bytes = try Data(contentsOf: pack)
    // The kind of the first object.
    bytes[12] ^= 0x20
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: pack.path(percentEncoded: false))
    try bytes.write(to: pack)
    #expect(try known() == [])
  }
}
