import FindingModel
import Foundation
import GitHistory
import SecretScanning
import TestSupport
import Testing

/// What each kind of scan looks at, and what it leaves out.
struct ScopesTests {
  private let planted: PlantedRepository
  private var source: GitRepository { planted.repository }

  init() throws { planted = try PlantedRepository() }

  private func names(_ target: SecretScanOptions.Target) async throws -> Set<String> {
    let result = try await SecretScan.run(SecretScanOptions(target), matcher: TokenMatcher())
    #expect(result.coverage.gaps.isEmpty)
    let ids = Set(result.findings.map(\.id))
    return Set(
      PlantedRepository.places.map(\.name).filter { ids.contains(PlantedRepository.id($0)) })
  }

  @Test func `the work tree`() async throws {
    #expect(try await names(.worktree(source.path)) == ["current file", "untracked file"])
  }

  @Test func `staged content`() async throws {
    #expect(try await names(.staged(source.path)) == ["index only"])
  }

  @Test func `a range holds what it adds, merges and messages included`() async throws {
    #expect(
      try await names(.range(source.path, range: "v1..main")) == ["commit message", "author name"])
    #expect(try await names(.range(source.path, range: "main..topic")) == ["unmerged branch"])
    #expect(
      try await names(.range(source.path, range: "main")) == [
        "current file", "deleted file", "merge only", "commit message", "author name",
      ])
  }

  @Test func `a push holds what the remote has not`() async throws {
    let tag = try source.git("rev-parse", "v1")
    let topic = try source.git("rev-parse", "topic")
    let zero = ObjectID.zero.description
    let base = try source.git("rev-parse", "main")
    let new = PushRequest(pushed: [tag], remoteOIDs: [zero], remote: nil)
    #expect(
      try await names(.push(source.path, new)) == [
        "current file", "deleted file", "merge only", "tag message",
      ])
    let known = PushRequest(pushed: [tag, topic], remoteOIDs: [base, zero], remote: nil)
    #expect(try await names(.push(source.path, known)) == ["unmerged branch", "tag message"])
    try source.git("update-ref", "refs/remotes/origin/x", topic)
    let tracked = PushRequest(pushed: [topic], remoteOIDs: [], remote: "origin")
    #expect(try await names(.push(source.path, tracked)).isEmpty)
  }

  @Test func `a folder, files and input`() async throws {
    #expect(
      try await names(.directory(source.path)) == ["current file", "untracked file"])
    #expect(try await names(.files([source.path + "/src/config.py"])) == ["current file"])
    let text = Array("x = \(PlantedRepository.token("stash"))".utf8)
    #expect(try await names(.input(text, name: "stdin")) == ["stash"])
  }
}
