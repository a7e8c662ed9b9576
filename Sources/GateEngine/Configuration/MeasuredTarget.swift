import FindingModel

/// One number that a requirement asks for.
struct MeasuredTarget: Sendable, Hashable {
  enum Bound: Sendable { case atLeast, atMost, under }

  /// As the configuration spells it: `p95_ms`.
  var key: String
  /// For people: "p95".
  var title: String
  var bound: Bound
  var value: Double
  var unit: String

  init(_ key: String, _ title: String, _ bound: Bound, _ value: Double, _ unit: String = "") {
    self.key = key
    self.title = title
    self.bound = bound
    self.value = value
    self.unit = unit
  }

  func holds(_ measured: Double) -> Bool {
    switch bound {
    case .atLeast: measured >= value
    case .atMost: measured <= value
    case .under: measured < value
    }
  }

  var limit: String { Self.text(value, unit) }

  /// "p95 < 300 ms".
  var asked: String {
    let sign =
      switch bound {
      case .atLeast: "≥"
      case .atMost: "≤"
      case .under: "<"
      }
    return "\(title) \(sign) \(limit)"
  }

  static func text(_ value: Double, _ unit: String) -> String {
    guard value.isFinite else { return "unknown" }
    let rounded = (value * 1000).rounded() / 1000
    let digits =
      rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : "\(rounded)"
    return unit.isEmpty ? digits : "\(digits) \(unit)"
  }
}

extension Requirement.Targets {
  /// Those that are written, in the order of the documentation. Response times and the error rate
  /// must stay *under* their target, counts and coverage may reach it.
  var all: [MeasuredTarget] {
    [
      minRequests.map { .init("min_requests", "requests", .atLeast, Double($0)) },
      minDuration.map { .init("min_duration", "duration", .atLeast, Double($0), "s") },
      minTests.map { .init("min_tests", "tests run", .atLeast, Double($0)) },
      maxSkipped.map { .init("max_skipped", "skipped", .atMost, Double($0)) },
      maxFlaky.map { .init("max_flaky", "flaky", .atMost, Double($0)) },
      minLines.map { .init("min_lines", "lines", .atLeast, $0, "%") },
      minBranches.map { .init("min_branches", "branches", .atLeast, $0, "%") },
      p50.map { .init("p50_ms", "p50", .under, $0, "ms") },
      p95.map { .init("p95_ms", "p95", .under, $0, "ms") },
      p99.map { .init("p99_ms", "p99", .under, $0, "ms") },
      // A share of nothing cannot be undercut.
      errorRate.map { .init("error_rate", "error rate", $0 > 0 ? .under : .atMost, $0) },
      throughput.map { .init("throughput", "throughput", .atLeast, $0, "/s") },
    ].compactMap(\.self)
  }
}
