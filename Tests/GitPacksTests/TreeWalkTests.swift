import Foundation
import GitPacks
import TestSupport
import Testing

/// Everything that git prints, no more and no less, however the objects are stored.
@Suite struct TreeWalkTests {
  /// How a repository is packed before it is read.
  enum Packing: String, CaseIterable, CustomTestStringConvertible {
    case loose, offsets, references, deep, none, split, versionOne, cruft

    var testDescription: String { rawValue }

    func apply(to repository: GitRepository) throws {
      let repack = ["repack", "-a", "-d", "-f", "-q"]
      switch self {
      case .loose: break
      case .offsets: try repository.git(repack)
      case .references: try repository.git(["-c", "repack.useDeltaBaseOffset=false"] + repack)
      case .deep: try repository.git(repack + ["--window=50", "--depth=200"])
      case .none: try repository.git(repack + ["--window=0"])
      case .split: try split(repository)
      case .versionOne: try repository.git(["-c", "pack.indexVersion=1"] + repack)
      case .cruft:
        try repository.git("reset", "-q", "--hard", "HEAD~3")
        try repository.git("reflog", "expire", "--expire=now", "--all")
        try repository.git("repack", "--cruft", "-d", "-q")
      }
    }

    /// A kept pack, one with the same objects again, and loose ones.
    private func split(_ repository: GitRepository) throws {
      try repository.git("repack", "-d", "-q")
      let folder = repository.objectsPath + "/pack"
      for name in try FileManager.default.contentsOfDirectory(atPath: folder)
      where name.hasSuffix(".pack") {
        let keep = folder + "/" + name.dropLast(5) + ".keep"
        try Data().write(to: URL(filePath: keep))
      }
      try repository.git("-c", "repack.packKeptObjects=true", "repack", "-a", "-f", "-q")
      try repository.commit("more", to: "more.txt")
    }
  }

  @Test(arguments: Packing.allCases)
  func `a walk gives what git prints`(_ packing: Packing) throws {
    let repository = try RepositoryMaker.make()
    try packing.apply(to: repository)
    let expected = try repository.objectsByGit()
    let found = try CollectingVisitor.collect(repository.objectsPath, jobs: 2)
    #expect(found.objects == expected)
    #expect(found.visits.values.allSatisfy { $0 == 1 })
    #expect(found.falseRuns == 0)
    #expect(found.unread.isEmpty)
    #expect(found.forest.problems.isEmpty)
    #expect(found.forest.objectCount == expected.count)
    if [.offsets, .references, .deep].contains(packing) { #expect(found.runBytes > 1000) }
  }

  @Test(arguments: [Packing.offsets, .references, .loose])
  func `a single object is read like in a walk`(_ packing: Packing) throws {
    let repository = try RepositoryMaker.make(seed: 3)
    try packing.apply(to: repository)
    let forest = DeltaForest.build(ObjectStore(objects: repository.objectsPath))
    let reader = try #require(ObjectReader(forest))
    for (name, object) in try repository.objectsByGit() {
      let node = try #require(forest.node(named: name))
      #expect(forest.kind(of: node) == object.kind)
      let content = try reader.read(node) { bytes in bytes.indices.map { bytes[$0] } }
      #expect(content == object.content)
      #expect(try reader.isTrue(to: node))
    }
    #expect(
      forest.node(named: try #require(ObjectName(bytes: [UInt8](repeating: 7, count: 20)))) == nil)
  }

  @Test func `an alternate is read, a cycle of alternates ends, and nothing counts twice`() throws {
    let first = try RepositoryMaker.make(seed: 5)
    try first.git("repack", "-a", "-d", "-q")
    let second = try RepositoryMaker.make(seed: 5, commits: 14)
    try second.directory.write("\(first.objectsPath)\n", to: ".git/objects/info/alternates")
    try first.directory.write("\(second.objectsPath)\n", to: ".git/objects/info/alternates")
    let found = try CollectingVisitor.collect(second.objectsPath)
    #expect(found.objects == (try second.objectsByGit()))
    #expect(found.visits.values.allSatisfy { $0 == 1 })
    #expect(found.forest.problems.isEmpty)
  }

  @Test func `a missing alternate is a problem by name`() throws {
    let repository = try RepositoryMaker.make(commits: 1)
    try repository.directory.write("../nowhere\n", to: ".git/objects/info/alternates")
    let store = ObjectStore(objects: repository.objectsPath)
    #expect(store.problems.map(\.code) == [.badAlternate])
  }
}
