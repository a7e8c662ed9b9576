import FindingModel

/// The numbers of one piece of launch evidence by the keys that requirements use.
struct MeasuredValues {
  let measurements: Measurements

  /// nil: the evidence does not hold it, which is unknown and never zero.
  func value(_ key: String) -> Double? {
    let (load, tests) = (measurements.load, measurements.tests)
    let value: Double? =
      switch key {
      case "min_requests": load?.requests.map(Double.init)
      case "min_duration": load?.duration ?? tests?.duration
      case "min_tests": executed.map(Double.init)
      case "max_skipped": tests.map { Double($0.skipped) }
      case "max_flaky": tests.map { Double($0.flaky) }
      case "min_lines":
        percent(measurements.coverage?.linesCovered, measurements.coverage?.linesValid)
      case "min_branches":
        percent(measurements.coverage?.branchesCovered, measurements.coverage?.branchesValid)
      case "p50_ms": load?.latency["p50"]
      case "p95_ms": load?.latency["p95"]
      case "p99_ms": load?.latency["p99"]
      case "error_rate": load?.errorRate
      case "throughput": load?.throughput
      default: nil
      }
    return value.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
  }

  /// Tests that ran; skipped ones did not.
  var executed: Int? {
    guard let tests = measurements.tests else { return nil }
    return [tests.passed, tests.failed, tests.errored, tests.flaky].reduce(0) {
      $0.addingReportingOverflow(max(0, $1)).partialValue
    }
  }

  private func percent(_ covered: Int?, _ valid: Int?) -> Double? {
    guard let covered, let valid, valid > 0, (0...valid).contains(covered) else { return nil }
    return Double(covered) / Double(valid) * 100
  }

  /// Why the evidence proves nothing, whatever is asked of it; empty: it says something.
  func emptiness(on day: Day, checks relevant: [CheckMeasurement]) -> [String] {
    var problems: [String] = []
    if let load = measurements.load, load.requests ?? 0 < 1 {
      problems.append(
        load.requests == nil ? "does not say how many requests it made" : "made no request")
    }
    if executed == 0 { problems.append("ran no test") }
    if let coverage = measurements.coverage, coverage.linesValid ?? 0 < 1 {
      problems.append("covers no line")
    }
    if measurements.checks != nil, relevant.isEmpty {
      problems.append("holds no check of that name")
    }
    for check in relevant {
      if let expires = check.expires, day > expires {
        problems.append("\(check.name) expired \(expires)")
      } else if check.status != "pass", check.status != "fail" {
        problems.append("\(check.name) was not done (\(check.status))")
      }
    }
    if measurements == Measurements() { problems.append("holds no number") }
    return problems
  }

  /// For people: "p95 412 ms, 1,842 passed".
  func summary(_ targets: [MeasuredTarget]) -> [String] {
    var words = targets.map { target in
      "\(target.title) \(value(target.key).map { MeasuredTarget.text($0, target.unit) } ?? "unknown")"
    }
    if let tests = measurements.tests {
      words.append("\(tests.passed) passed, \(tests.failed + tests.errored) failed")
      if tests.flaky > 0 { words.append("\(tests.flaky) passed only on a retry") }
      if tests.skipped > 0 { words.append("\(tests.skipped) skipped") }
    }
    for check in measurements.checks ?? [] {
      guard let person = check.by else {
        words.append("\(check.name) \(check.status)")
        continue
      }
      let end = check.expires.map { ", valid through \($0)" } ?? ""
      words.append("signed off by \(person)\(end)")
    }
    if targets.isEmpty, let requests = measurements.load?.requests {
      words.append("\(requests) requests")
    }
    return words
  }
}
