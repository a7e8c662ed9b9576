import FindingModel
import Foundation
import GitHistory
import SecretScanning
import TestSupport
import Testing

/// One token in each place, whichever way the objects are stored.
struct EveryPlaceTests {
  private let planted: PlantedRepository
  private var source: GitRepository { planted.repository }

  init() throws { planted = try PlantedRepository() }

  private func exposures(_ path: String) async throws -> [String: Exposure] {
    let result = try await SecretScan.run(
      SecretScanOptions(.history(path)), matcher: TokenMatcher())
    #expect(result.coverage.gaps.isEmpty)
    #expect(
      !"\(result)".contains("ghp" + "_" + MadeUpSecret.githubToken(100).dropFirst(4).prefix(6)))
    let names = Dictionary(
      uniqueKeysWithValues: PlantedRepository.places.map {
        (PlantedRepository.id($0.name), $0.name)
      }
    )
    var found: [String: Exposure] = [:]
    for finding in result.findings {
      found[try #require(names[finding.id])] = finding.exposure
    }
    return found
  }

  private func expected(_ names: (String) -> Bool) -> [String: Exposure] {
    Dictionary(
      uniqueKeysWithValues: PlantedRepository.places.filter { names($0.name) }
        .map { ($0.name, $0.exposure) })
  }

  @Test func `loose objects`() async throws {
    #expect(try await exposures(source.path) == expected { _ in true })
  }

  @Test func `several packs and loose objects`() async throws {
    try source.git("repack", "-q", "-d")
    try source.commit("later\n", to: "later.txt")
    try source.git("repack", "-q", "-d")
    // That commit took the staged file along.
    var all = expected { _ in true }
    all["index only"] = .head
    #expect(try await exposures(source.path) == all)
  }

  @Test func `one pack after an aggressive gc`() async throws {
    try source.git("gc", "-q", "--aggressive", "--no-prune")
    let dangling = try await exposures(source.path)
    #expect(dangling == expected { _ in true })
    let packs = try FileManager.default.contentsOfDirectory(
      atPath: source.path + "/.git/objects/pack")
    #expect(packs.count { $0.hasSuffix(".pack") } >= 1)
  }

  @Test func `a subdirectory`() async throws {
    #expect(try await exposures(source.path + "/src") == expected { _ in true })
  }

  @Test func `a linked work tree`() async throws {
    let folder = try TemporaryDirectory()
    try source.git("worktree", "add", "-q", "--detach", folder.path + "/linked", "main")
    let local = PlantedRepository.local
    // The index entry's blob is an object like any other, only nobody names it here.
    var all = expected { !local.contains($0) }
    all["index only"] = .unreachable
    #expect(try await exposures(folder.path + "/linked") == all)
  }

  @Test func `a bare mirror`() async throws {
    let folder = try TemporaryDirectory()
    try source.git("clone", "-q", "--mirror", "file://" + source.path, folder.path + "/mirror.git")
    let cloned = PlantedRepository.cloned.union(["stash"])
    let found = try await exposures(folder.path + "/mirror.git")
    #expect(found.filter { $0.key != "remote URL" } == expected { cloned.contains($0) })
  }

  @Test func `objects of an alternate`() async throws {
    let folder = try TemporaryDirectory()
    try source.git("clone", "-q", "--shared", ".", folder.path + "/shared")
    let found = try await exposures(folder.path + "/shared")
    // The note's reference is not cloned; whatever the alternate holds is there all the same.
    for (name, exposure) in expected({ PlantedRepository.cloned.contains($0) && $0 != "note" }) {
      #expect(found[name] == exposure, "\(name)")
    }
    #expect(found["dangling commit"] == .unreachable)
    #expect(found["note"] == .unreachable)
  }

  @Test func `the same bytes for any number of jobs`() async throws {
    var outputs: Set<Data> = []
    for jobs in [1, 2, 5] {
      var options = SecretScanOptions(.history(source.path))
      options.jobs = jobs
      let result = try await SecretScan.run(options, matcher: TokenMatcher())
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      outputs.insert(
        try encoder.encode(result.findings) + encoder.encode(result.coverage)
          + encoder.encode(result.suppressions))
    }
    #expect(outputs.count == 1)
  }

  @Test func `each place says where, since when and by whom`() async throws {
    let result = try await SecretScan.run(
      SecretScanOptions(.history(source.path)), matcher: TokenMatcher())
    func location(_ name: String) throws -> Location {
      let finding = try #require(
        result.findings.first { $0.id == PlantedRepository.id(name) }, "\(name)")
      return try #require(finding.locations.first)
    }
    let current = try location("current file")
    #expect(current.path == "src/config.py" && current.line == 2 && current.column == 9)
    #expect(current.author == "Ada Test <ada@example.org>")
    #expect(current.date == "2026-01-02T03:04:05Z")
    #expect(current.inHead == true)
    #expect(try location("deleted file").path == "old.txt")
    #expect(try location("index only").object == "index")
    #expect(try location("remote URL").object == "config remote.origin.url")
    #expect(
      try location("reference name").object?.hasPrefix("ref refs/heads/feature/ghp_…") == true)
    #expect(try location("commit message").object?.hasPrefix("commit ") == true)
    #expect(try location("author name").author?.hasPrefix("ghp_…") == true)
    #expect(try location("tag message").object?.hasPrefix("tag ") == true)
    #expect(result.scope.branch == "main" && result.scope.dirty)
    #expect(result.coverage.commits > 10 && result.coverage.tags == 1)
  }
}
