import BaselineStore
import FindingModel
import Foundation
import GitHistory
import TestSupport
import Testing

@testable import GateEngine

/// Prints a time; a measurement and no judgement, since machines differ. Run it in release:
/// `GATE_BENCH=1 swift test -c release -Xswiftc -enable-testing --filter GateSpeedTests`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["GATE_BENCH"] != nil))
struct GateSpeedTests {
  @Test func `twenty thousand findings against a hundred thousand decisions`() throws {
    let findings = (0..<20_000).map {
      Sample.code($0 + 1, path: "src/f\($0 % 997).py", snippet: "s\($0)")
    }
    var input = try Sample.input("", [Sample.result("bandit", .code, findings)])
    let merged = Sample.merged(input.results)
    let decided = merged.prefix(15_000).map { Sample.decision(on: $0, .known) }
    let others = (0..<85_000).map { Sample.decision(on: Sample.secret("\($0)")) }
    input.baseline = Baseline(decided + others, digest: "measured elsewhere")
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = Judge.judge(input)
    print("judge 20,000 findings, 100,000 decisions: \(clock.now - start)")
    #expect(outcome.counts.failing == 5000)
  }

  @Test func `ten thousand decision files from disk and from a commit`() throws {
    let repository = try GitRepository()
    let folder = ".secgate/baseline"
    for number in 0..<10_000 {
      let decision = Sample.decision(on: Sample.secret("\(number)"))
      try repository.directory.write(
        DecisionFile.text(decision), to: "\(folder)/\(DecisionFile.name(for: decision.id))")
    }
    try repository.git("add", "-A")
    try repository.git("commit", "-q", "-m", "Decide")
    let clock = ContinuousClock()
    var start = clock.now
    let disk = DecisionFolder(repository.url.appending(path: folder), name: folder).load()
    print("10,000 decision files from disk: \(clock.now - start)")
    let opened = try Repository.open(repository.path)
    let head = try opened.commit(named: "HEAD")
    start = clock.now
    let commit = try #require(try DecisionsAtCommit.read(folder, at: head, in: opened))
    print("10,000 decision files from a commit: \(clock.now - start)")
    #expect(disk.decisions.count == 10_000 && disk.problems.isEmpty)
    #expect(commit.decisions == disk.decisions)
  }
}
