import BaselineStore
import FindingModel
import Foundation
import TestSupport
import Testing

/// Prints times; a measurement and no judgement, since machines differ. Run it in release:
/// `STORE_BENCH=1 swift test -c release --filter StoreSpeedTests`.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["STORE_BENCH"] != nil))
struct StoreSpeedTests {
  private func time<Value>(_ what: String, _ body: () throws -> Value) rethrows -> Value {
    let clock = ContinuousClock()
    let start = clock.now
    let value = try body()
    print("\(what): \(clock.now - start)")
    return value
  }

  @Test func `a hundred thousand decisions and twenty thousand findings`() throws {
    let place = try Place()
    let store = try place.open()
    let decisions = (0..<100_000).map { Samples.decision("sg1:sec:\($0)") }
    let findings = (0..<20_000).map { Samples.finding($0) }
    let evidence = Samples.evidence("e")
    try time("follow 100,000 first") {
      _ = try store.follow(decisions, fromCommit: "c", source: "t")
    }
    try time("record 20,000") {
      _ = try store.record(
        RunRecord(
          results: [.init(evidence: evidence, findings: findings)], findings: findings,
          outcome: Samples.outcome(findings)))
    }
    let again = try time("open") { try place.open() }
    let loaded = try time("decisions") { try again.decisions(ifFollowed: "t") }
    #expect(loaded?.count == 100_000)
    let read = try time("findings") { try again.findings(of: evidence) }
    #expect(read.count == 20_000)
    _ = try time("dates") { try again.seenDates() }
    try time("follow 100,000 unchanged") {
      _ = try again.follow(decisions, fromCommit: "c", source: "t")
    }
  }

  @Test func `ten thousand decision files`() throws {
    let place = try Place()
    let decisions = (0..<10_000).map { Samples.decision("sg1:sec:\($0)") }
    for decision in decisions {
      try place.directory.write(
        DecisionFile.text(decision), to: "baseline/" + DecisionFile.name(for: decision.id))
    }
    #expect(time("load 10,000 files") { place.folder.load() }.decisions.count == 10_000)
  }
}
