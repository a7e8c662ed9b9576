import FindingModel
import Foundation
import SecretScanning
import TestSupport
import Testing

/// A real project's whole history, where it lies beside this one.
struct RealHistoryTests {
  private static let bundle = Shared.directory?.appending(path: "repos/requests.bundle")

  private static var isThere: Bool {
    bundle.map { FileManager.default.fileExists(atPath: $0.path()) } ?? false
  }

  @Test(.enabled(if: isThere, "no requests.bundle beside the project"))
  func `private keys of a real history are found, attributed and exposed`() async throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/r.git"
    let bundle = try #require(Self.bundle)
    let clone = try Command.run(["git", "clone", "-q", "--mirror", bundle.path(), path])
    #expect(clone.status == 0)
    let head = try Command.run(["git", "-C", path, "symbolic-ref", "HEAD", "refs/heads/3.0"])
    #expect(head.status == 0)
    let clock = ContinuousClock()
    var result: SecretScanResult?
    let time = try await clock.measure {
      result = try await SecretScan.run(
        SecretScanOptions(.history(path)), matcher: TokenMatcher(marker: "PRIVATE KEY-----\n"))
    }
    let found = try #require(result)
    let coverage = found.coverage
    print("\(coverage.blobs) blobs, \(coverage.bytes) bytes, \(found.findings.count) in \(time)")
    #expect(coverage.gaps.isEmpty)
    #expect(coverage.commits > 5000 && coverage.blobs > 10_000)
    #expect(!found.findings.isEmpty)
    for location in found.findings.flatMap(\.locations) where location.exposure != .unreachable {
      let commit = try #require(location.commit)
      let blob = try #require(location.blob)
      let file = try #require(location.path)
      let held = try Command.run(["git", "-C", path, "rev-parse", "\(commit):\(file)"])
      #expect(held.status == 0)
      #expect(location.inHead != true || held.text.hasPrefix(blob))
      #expect(location.author?.contains("<") == true)
    }
  }
}
