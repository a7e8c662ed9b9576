import FindingModel
import Foundation
import GitHistory
import GitPacks
import TestSupport
import Testing

@testable import SecretScanning

/// What the packs' reader says about where objects stand, held against libgit2.
struct PackedHistoryTests {
  /// Both ways over the same objects.
  ///
  /// - Parameter wanted: whether a blob is a target.
  private func pair(_ path: String, wanted: (ObjectID) -> Bool = { _ in true }) async throws
    -> (HistoryAnswers, HistoryAnswers)
  {
    let context = ScanContext(
      options: SecretScanOptions(.history(path)), matcher: TokenMatcher(), progress: { _ in })
    let repository = try Repository.open(path)
    let layout = repository.layout
    var objects = try await PlainObjectEngine(layout: layout, matcher: TokenMatcher(), jobs: 2)
      .search(.all, progress: { _ in })
    objects.hits = objects.blobs.filter(wanted).map {
      ObjectHit(object: $0, kind: .blob, matches: [])
    }
    let tips = try repository.tips(repository.references().references)
    let completeness = try repository.completeness()
    let forest = DeltaForest.build(ObjectStore(objects: layout.commonDirectory + "/objects"))
    var answers: [HistoryAnswers] = []
    for forest in [forest, nil] {
      let map = try await HistoryMap(
        of: objects, layout: layout, forest: forest, tips: tips,
        shallow: completeness.shallow, context: context)
      #expect(map.isPacked == (forest != nil))
      let missing = MissingObjects.missing(
        map, isReachable: map.graph.reach(from: tips.commits), repository)
      let targets = HistoryMap.targets(objects)
      let attribution = try map.attribution(
        of: targets.union(missing), tips: tips, in: repository)
      let gaps = MissingObjects.gaps(
        missing, attribution, map, tips: tips, completeness: completeness)
      answers.append(HistoryAnswers(map, attribution, targets, tips, gaps))
    }
    return (answers[0], answers[1])
  }

  @Test(arguments: 0..<HistoryAnswers.seeds)
  func `random histories give the same places, commits and gaps`(_ seed: Int) async throws {
    var history = try RandomHistory(seed: UInt64(seed))
    let damage = history.damage()
    if damage > 0 { try history.lose(damage) }
    let (packed, library) = try await pair(history.repository.path)
    #expect(packed.differences(from: library) == [])
    #expect(packed.places.count > 3)
    #expect(damage == 0 || !packed.missing.isEmpty)
  }

  @Test func `without the edges of trees the places are the same`() async throws {
    let history = try RandomHistory(seed: 12)
    defer { withExtendedLifetime(history) {} }
    let path = history.repository.path
    let context = ScanContext(
      options: SecretScanOptions(.history(path)), matcher: TokenMatcher(), progress: { _ in })
    let repository = try Repository.open(path)
    let layout = repository.layout
    var objects = try await PlainObjectEngine(layout: layout, matcher: TokenMatcher(), jobs: 1)
      .search(.all, progress: { _ in })
    objects.hits = objects.blobs.map { ObjectHit(object: $0, kind: .blob, matches: []) }
    let tips = try repository.tips(repository.references().references)
    var map = try await HistoryMap(
      of: objects, layout: layout,
      forest: DeltaForest.build(ObjectStore(objects: layout.commonDirectory + "/objects")),
      tips: tips, shallow: [], context: context)
    let targets = HistoryMap.targets(objects)
    let before = try map.attribution(of: targets, tips: tips, in: repository)
    map.letGoOfTrees()
    #expect(map.isPacked)
    let after = try map.attribution(of: targets, tips: tips, in: repository)
    #expect(targets.allSatisfy { before.places(of: $0) == after.places(of: $0) })
    #expect(targets.contains { !after.places(of: $0).isEmpty })
    for place in map.graph.trees.indices { #expect(map.holds(treeOf: place)) }
  }

  @Test func `a shallow clone gives the same`() async throws {
    let history = try RandomHistory(seed: 77)
    let folder = try TemporaryDirectory()
    let path = folder.path + "/shallow"
    try history.repository.git(
      "clone", "-q", "--depth=2", "--no-single-branch", "file://" + history.repository.path, path)
    let (packed, library) = try await pair(path)
    #expect(packed.differences(from: library) == [])
    #expect(packed.gaps.isEmpty)
  }

  @Test func `objects that are named as another kind are told alike`() async throws {
    let history = try RandomHistory(seed: 9)
    let repository = history.repository
    func write(_ kind: String, _ content: Data) throws -> String {
      try repository.git(
        ["hash-object", "-w", "--literally", "-t", kind, "--stdin"], input: content)
    }
    let (blob, folder) = (
      try write("blob", Data("x".utf8)), try repository.git("rev-parse", "HEAD^{tree}")
    )
    var tree = Data()
    for (mode, id) in [
      ("100644", folder), ("40000", blob), ("120000", try repository.git("rev-parse", "HEAD")),
    ] {
      let digits = Array(id.utf8)
      tree += Data("\(mode) \(mode)".utf8) + [0]
      tree += stride(from: 0, to: 40, by: 2).compactMap {
        UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
      }
    }
    _ = try write("tree", tree)
    _ = try write(
      "commit",
      Data("tree \(blob)\nauthor A <a@b.c> 1 +0000\ncommitter A <a@b.c> 1 +0000\n\nx\n".utf8))
    let (packed, library) = try await pair(repository.path)
    #expect(packed.differences(from: library) == [])
    #expect(packed.misnamed.count == 3)
  }

  @Test func `a tree that only libgit2 can read counts as well`() async throws {
    let history = try RandomHistory(seed: 5)
    let repository = history.repository
    try repository.git("repack", "-q", "-a", "-d", "-f")
    // A second copy of everything: the index's checksums of the first pack are then wrong.
    let folder = repository.path + "/.git/objects/pack"
    let index = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".idx") })
    let url = URL(filePath: folder + "/" + index)
    try IndexDamage.breakChecksums(url, share: 3)
    let (packed, library) = try await pair(repository.path)
    #expect(packed.differences(from: library) == [])
    #expect(packed.places.count > 3)
  }

  @Test func `a few trees that stand for billions of paths end soon, with the same result`()
    async throws
  {
    let source = try GitRepository()
    var tree = ""
    let leaf = try source.git(["hash-object", "-w", "--stdin"], input: Data("bomb\n".utf8))
    for level in 0..<12 {
      let kind = level == 0 ? "100644 blob \(leaf)" : "040000 tree \(tree)"
      let lines = (0..<10).map { "\(kind)\t\($0)\n" }.joined()
      tree = try source.git(["mktree"], input: Data(lines.utf8))
    }
    let commit = try source.git("commit-tree", tree, "-m", "bomb")
    try source.git("update-ref", "refs/heads/main", commit)
    let (packed, library) = try await pair(source.path)
    #expect(packed.differences(from: library) == [])
    #expect(packed.places.values.first?.count == Attribution.mostPlaces)
  }

  @Test(.enabled(if: RealHistory.isThere, "no requests.bundle beside the project"))
  func `a real history gives the same`() async throws {
    let history = try RealHistory()
    let (packed, library) = try await pair(history.path) { $0.high % 5 == 0 }
    #expect(packed.differences(from: library) == [])
    #expect(packed.places.count > 1000)
  }
}
