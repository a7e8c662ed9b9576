import FindingModel
import Foundation
import GitHistory
import SecretScanning
import TestSupport
import Testing

/// What was not looked at is told by name.
struct CoverageTests {
  private let source: GitRepository

  init() throws {
    source = try GitRepository()
    try source.commit("one\n", to: "a.txt")
    try source.commit("two\n", to: "b.txt")
  }

  private func scan(
    _ path: String? = nil, _ change: (inout SecretScanOptions) -> Void = { _ in }
  ) async throws -> SecretScanResult {
    var options = SecretScanOptions(.history(path ?? source.path))
    change(&options)
    return try await SecretScan.run(options, matcher: TokenMatcher())
  }

  private func removeObject(_ name: String) throws {
    let id = try source.git("rev-parse", name)
    let path = source.url.appending(path: ".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    try FileManager.default.removeItem(at: path)
  }

  @Test func `everything is counted`() async throws {
    try source.git("tag", "-a", "-m", "t", "v1")
    let coverage = try await scan().coverage
    #expect(coverage.commits == 2 && coverage.trees == 2 && coverage.blobs == 2)
    #expect(coverage.tags == 1 && coverage.files == 2 && coverage.references == 2)
    #expect(coverage.gaps.isEmpty)
  }

  @Test func `an empty repository is covered, and says that it has no commit`() async throws {
    let empty = try GitRepository()
    let result = try await scan(empty.path)
    #expect(result.coverage.gaps.isEmpty && result.findings.isEmpty)
    #expect(result.scope.commit == nil)
    #expect(result.scope.notes == ["HEAD has no commit yet"])
  }

  @Test func `a shallow clone is a gap`() async throws {
    let folder = try TemporaryDirectory()
    try source.git("clone", "-q", "--depth=1", "file://" + source.path, folder.path + "/shallow")
    let gaps = try await scan(folder.path + "/shallow").coverage.gaps
    #expect(gaps.map(\.kind) == [.shallow])
  }

  @Test func `a partial clone names what it left out`() async throws {
    let folder = try TemporaryDirectory()
    try source.git("config", "uploadpack.allowFilter", "true")
    try source.git("rm", "-q", "b.txt")
    try source.git("commit", "-q", "-m", "gone")
    try source.git(
      "clone", "-q", "--filter=blob:none", "file://" + source.path, folder.path + "/part")
    let gaps = try await scan(folder.path + "/part").coverage.gaps
    #expect(gaps.map(\.kind) == [.partial])
    #expect(gaps.map(\.path) == ["b.txt"])
  }

  @Test(arguments: ["HEAD~1:a.txt", "HEAD~1^{tree}", "HEAD~1"])
  func `a missing object is a gap`(name: String) async throws {
    try removeObject(name)
    let gaps = try await scan().coverage.gaps
    #expect(gaps.map(\.kind) == [.missing])
  }

  @Test func `a branch whose commit is no commit is a gap`() async throws {
    let id = try source.git(
      ["hash-object", "-w", "--literally", "-t", "commit", "--stdin"], input: Data("x".utf8))
    try source.directory.write(id + "\n", to: ".git/refs/heads/bad")
    #expect(try await scan().coverage.gaps.map(\.kind) == [.corrupt])
  }

  @Test func `a damaged object is a gap`() async throws {
    let id = try source.git("rev-parse", "HEAD:a.txt")
    try removeObject("HEAD:a.txt")
    try source.directory.write("nonsense", to: ".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    let gaps = try await scan().coverage.gaps
    #expect(gaps.map(\.kind) == [.corrupt])
    #expect(gaps.first?.subject.contains(id) == true)
  }

  @Test func `blobs and files over the limit are gaps`() async throws {
    try source.commit(String(repeating: "x", count: 5000), to: "large.txt")
    let gaps = try await scan { $0.maximumBlob = 4096 }.coverage.gaps
    #expect(gaps.map(\.kind) == [.blobLimit, .blobLimit])
    #expect(gaps.contains { $0.path == "large.txt" })
  }

  @Test(.enabled(if: getuid() != 0, "root reads everything"))
  func `an unreadable file is a gap`() async throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: source.path + "/a.txt")
    #expect(try await scan().coverage.gaps.map(\.kind) == [.unreadable])
  }

  @Test func `a damaged index is a gap`() async throws {
    try source.directory.write("DIRCgarbage", to: ".git/index")
    let result = try await scan()
    #expect(result.coverage.gaps.map(\.subject) == ["index"])
    #expect(result.coverage.gaps.map(\.kind) == [.unreadable])
    #expect(result.coverage.blobs == 2)
  }

  @Test func `submodules, LFS pointers and excluded paths are listed`() async throws {
    let commit = try source.git("rev-parse", "HEAD")
    try source.git("update-index", "--add", "--cacheinfo", "160000,\(commit),sub")
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
    try source.commit(pointer, to: "big.bin")
    try source.directory.write(MadeUpSecret.githubToken(), to: "vendor/x.txt")
    let result = try await scan {
      $0.exclusions = [PathExclusion(pattern: "vendor/**", reason: "not ours")]
    }
    #expect(result.findings.isEmpty)
    let kinds = result.coverage.skipped.map { "\($0.kind) \($0.subject.prefix(9))" }
    #expect(kinds.contains("submodule sub"))
    #expect(kinds.contains("lfs-pointer big.bin"))
    #expect(kinds.contains("excluded vendor/**"))
  }

  @Test func `a cancelled scan throws`() async throws {
    let options = SecretScanOptions(.history(source.path))
    await #expect(throws: CancellationError.self) {
      try await withThrowingTaskGroup(of: SecretScanResult.self) { group in
        group.cancelAll()
        group.addTask { try await SecretScan.run(options, matcher: TokenMatcher()) }
        for try await _ in group {}
      }
    }
  }
}
