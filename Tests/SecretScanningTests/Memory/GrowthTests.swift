import FindingModel
import Foundation
import TestSupport
import Testing

@testable import SecretScanning

/// A history that has grown is told of as if it were searched anew, at the cost of what is new.
struct GrowthTests {
  private let state: TemporaryDirectory

  init() throws { state = try TemporaryDirectory() }

  private func scan(_ repository: GitRepository, memory: Bool) async throws -> SecretScanResult {
    var options = SecretScanOptions(.history(repository.path))
    if memory { options.memory = ScanMemoryOptions(stateDirectory: state.path + "/secgate") }
    return try await SecretScan.run(options, matcher: TokenMatcher())
  }

  private func expectSame(_ repository: GitRepository, _ comment: String) async throws {
    let remembered = try await scan(repository, memory: true)
    let fresh = try await scan(repository, memory: false)
    #expect(remembered.findings == fresh.findings, "\(comment)")
    #expect(remembered.suspects == fresh.suspects, "\(comment)")
    #expect(remembered.coverage == fresh.coverage, "\(comment)")
    #expect(remembered.suppressions == fresh.suppressions, "\(comment)")
    #expect(remembered.scope == fresh.scope, "\(comment)")
  }

  private func content(_ name: String, of repository: GitRepository) throws -> Data {
    try Data(contentsOf: URL(filePath: repository.path + "/.git/secgate/scan-memory." + name))
  }

  @Test(arguments: 0..<8)
  func `whatever happens to a repository`(_ seed: Int) async throws {
    var history = try GrowingHistory(seed: UInt64(seed) &* 7919 &+ 11)
    try await expectSame(history.repository, "seed \(seed)")
    var grown = 0
    for _ in 0..<24 {
      let before = try ["history", "result"].map { try content($0, of: history.repository) }
      let step = try history.grow()
      try await expectSame(history.repository, "seed \(seed), \(step)")
      let after = try ["history", "result"].map { try content($0, of: history.repository) }
      if before[0] == after[0], before[1] != after[1] { grown += 1 }
    }
    // The part of the whole history was made anew only where it had to be.
    #expect(grown > 8)
  }

  @Test func `a damaged snapshot or table is not used`() async throws {
    var random = SmallRandom(state: 17)
    for name in ["snapshot", "tables", "history", "result"] {
      var history = try GrowingHistory(seed: 5)
      try await expectSame(history.repository, name)
      for round in 0..<6 {
        let url = URL(
          filePath: history.repository.path + "/.git/secgate/scan-memory." + name)
        var damaged = try Data(contentsOf: url)
        if round == 5 {
          damaged.removeLast(damaged.count / 2)
        } else {
          for _ in 0..<20 {
            damaged[random.below(damaged.count)] ^= 1 << UInt8(random.below(8))
          }
        }
        try damaged.write(to: url)
        let secret = history.secret()
        try history.repository.commit(secret, to: "d/\(name)\(round).txt")
        try await expectSame(history.repository, "\(name), round \(round)")
      }
    }
  }

  @Test func `an object whose content is not its name's is found however it came`() async throws {
    let repository = try GitRepository()
    try repository.commit("t = \(MadeUpSecret.githubToken(1))\n", to: "a.txt")
    try await expectSame(repository, "before")
    let id = try repository.commit("t = \(MadeUpSecret.githubToken(2))\n", to: "b.txt")
    let blob = try repository.git("rev-parse", "\(id):b.txt")
    let other = try repository.git("rev-parse", "\(id):a.txt")
    func path(_ id: String) -> String {
      "\(repository.path)/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
    }
    try FileManager.default.removeItem(atPath: path(blob))
    try FileManager.default.copyItem(atPath: path(other), toPath: path(blob))
    try await expectSame(repository, "after")
  }

  /// A repository in which a dangling commit names a blob, with a secret, that is not there.
  private func withLeftover() throws -> (GitRepository, tree: String, secret: Data) {
    let repository = try GitRepository()
    try repository.commit("t = \(MadeUpSecret.githubToken(1))\n", to: "a.txt")
    let secret = Data("t = \(MadeUpSecret.githubToken(50))\n".utf8)
    let blob = try repository.git(["hash-object", "--stdin"], input: secret)
    let tree = try repository.git(
      ["mktree", "--missing"], input: Data("100644 blob \(blob)\tlost.txt\n".utf8))
    try repository.git("commit-tree", tree, "-m", "Leftover")
    return (repository, tree, secret)
  }

  @Test func `what was missing where nobody looks counts once a commit names it`() async throws {
    let (repository, tree, _) = try withLeftover()
    try await expectSame(repository, "leftover")
    let part = try content("history", of: repository)
    try repository.commit("plain\n", to: "b.txt")
    try await expectSame(repository, "grown")
    #expect(try content("history", of: repository) == part)
    let parent = try repository.git(
      ["mktree", "--missing"], input: Data("040000 tree \(tree)\tsub\n".utf8))
    let commit = try repository.git("commit-tree", parent, "-p", "HEAD", "-m", "Incomplete")
    try repository.git("update-ref", "refs/heads/incomplete", commit)
    try await expectSame(repository, "incomplete")
    let gaps = try await scan(repository, memory: true).coverage.gaps
    #expect(gaps.map(\.kind) == [.missing])
  }

  @Test func `what was missing and comes stands where it was named`() async throws {
    let (repository, _, secret) = try withLeftover()
    try await expectSame(repository, "leftover")
    try repository.git(["hash-object", "-w", "--stdin"], input: secret)
    try await expectSame(repository, "come")
    let found = try await scan(repository, memory: true).findings
    #expect(found.contains { $0.locations.contains { $0.path == "lost.txt" } })
  }
}
