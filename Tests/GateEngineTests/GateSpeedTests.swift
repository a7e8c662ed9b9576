import FindingModel
import Foundation
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
}
