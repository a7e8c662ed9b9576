import FindingModel
import Foundation
import ScannerReports

// Mutates small reports and reads them with every adapter, so many seconds of CPU time each. A
// crash or a hang is a bug: the same seed repeats it.
//
// usage: adapter-fuzzer [--seconds N] [--tool NAME] [--seed N] SEED_FILE...

/// CPU time of this process in seconds; POSIX counts a million ticks in each.
func cpuSeconds() -> Double { Double(clock()) / 1_000_000 }

/// Whether a report read in small pieces gives what it gives as a whole.
func readsTheSameInPieces(
  _ report: [UInt8], _ adapter: any LineReadingAdapter, _ whole: ToolReading
) throws -> Bool {
  var rest = report[...]
  var count = 0
  let reading = try adapter.read(
    pieces: {
      let piece = Array(rest.prefix(97))
      rest = rest.dropFirst(97)
      return piece
    }, ReportContext(), each: { _ in count += 1 })
  return reading.outcome == whole.outcome
    && (reading.isUnreadable || count == whole.findings.count)
}

var seconds = 60.0
var only: String?
var seed = UInt64(1)
var files: [String] = []
var rest = CommandLine.arguments.dropFirst()[...]
while let word = rest.popFirst() {
  switch word {
  case "--seconds": seconds = rest.popFirst().flatMap(Double.init) ?? seconds
  case "--tool": only = rest.popFirst()
  case "--seed": seed = rest.popFirst().flatMap(UInt64.init) ?? seed
  default: files.append(word)
  }
}
let seeds = try files.map { Array(try Data(contentsOf: URL(filePath: $0))) }
  .filter { !$0.isEmpty && $0.count < 200_000 }
let owners = seeds.map { AdapterCatalog.recognise($0)?.tool }
guard !seeds.isEmpty else {
  FileHandle.standardError.write(Data("no seed file\n".utf8))
  exit(2)
}
for adapter in AdapterCatalog.adapters where only == nil || adapter.tool == only {
  var mutator = ReportMutator(seed: seed)
  let own = zip(seeds, owners).filter { $0.1 == adapter.tool }.map(\.0)
  let start = cpuSeconds()
  var runs = 0
  var outcomes: [ToolOutcome: Int] = [:]
  var slowest = Duration.zero
  while cpuSeconds() - start < seconds {
    let before = mutator.state
    let base = own.isEmpty ? seeds : own
    let report = mutator.mutated(base[Int(before % UInt64(base.count))])
    FuzzWatch.note(adapter.tool, before)
    let began = ContinuousClock.now
    let reading = adapter.read(report, ReportContext(exitCode: before % 3 == 0 ? 1 : nil))
    _ = AdapterCatalog.recognise(report)
    slowest = max(slowest, ContinuousClock.now - began)
    outcomes[reading.outcome, default: 0] += 1
    precondition(reading.outcome != .broken || !reading.problems.isEmpty, "broken without a reason")
    precondition(
      reading.findings.allSatisfy { finding in
        !finding.id.isEmpty && !finding.title.utf8.contains { $0 < 0x20 }
      }, "a finding without id, or with control characters")
    if let lines = adapter as? any LineReadingAdapter, lines.readsLines(report) {
      let isSame = try readsTheSameInPieces(
        report, lines, adapter.read(report, ReportContext()))
      precondition(isSame, "in pieces another reading")
    }
    runs += 1
  }
  let counts = outcomes.map { "\($0.key) \($0.value)" }.sorted().joined(separator: ", ")
  let line =
    "\(adapter.tool): \(runs) reports of \(own.count) seeds, \(counts); slowest \(slowest)\n"
  FileHandle.standardOutput.write(Data(line.utf8))
}
