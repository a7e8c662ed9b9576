import ReportReading

/// k6's `--summary-export` and what `handleSummary(data)` is given: the same content in two
/// shapes, whose thresholds mean the opposite of each other.
struct K6Summary {
  private let metrics: JSONValue
  private let isHandleSummary: Bool
  private var unreadable = 0

  static func read(_ summary: JSONValue, into reading: inout EvidenceReading) throws {
    let metrics = summary["metrics"]
    let nested = metrics.members.count { $0.value["values"].object != nil }
    guard nested == 0 || nested == metrics.members.count else {
      throw EvidenceError("a k6 summary that mixes two shapes: nobody can say what it means")
    }
    var reader = K6Summary(metrics: metrics, isHandleSummary: nested > 0)
    var result = LoadResult(nested > 0 ? "handle_summary" : "summary_export")
    reader.fill(&result)
    let milliseconds = summary["state"]["testRunDurationMs"].real
    result.duration = milliseconds.map { $0 / 1000 }
    result.checks = leaves(summary["root_group"])
    result.fill(&reading)
    reader.judge(&reading)
    if reader.hasTimes, result.latency?.p99 == nil {
      reading.advice["p99"] = K6Evidence.adviceForP99
    }
  }

  private init(metrics: JSONValue, isHandleSummary: Bool) {
    self.metrics = metrics
    self.isHandleSummary = isHandleSummary
  }

  private func values(_ name: String) -> JSONValue {
    isHandleSummary ? metrics[name]["values"] : metrics[name]
  }

  private var hasTimes: Bool { values("http_req_duration").object != nil }
  private var iterations: Int? { values("iterations")["count"].count }
  private var dropped: Int? { values("dropped_iterations")["count"].count }

  private mutating func fill(_ result: inout LoadResult) {
    let requests = values("http_reqs")
    let failed = values("http_req_failed")
    result.requests = requests["count"].count
    result.rate = requests["rate"].real
    // The condition of this rate is "failed", so that its passes are the failed requests.
    result.failures = failed["passes"].count
    result.errorRate = failed["rate"].real ?? failed["value"].real
    result.users = values("vus_max")["max"].count
    if hasTimes { result.latency = latency(values("http_req_duration")) }
    result.thresholds = thresholds()
    result.further.set("iterations", iterations)
    result.further.set("dropped_iterations", dropped)
  }

  private func latency(_ trend: JSONValue) -> LatencyTable {
    LatencyTable(
      min: trend["min"].real, mean: trend["avg"].real,
      p50: trend["med"].real ?? trend["p(50)"].real, p90: trend["p(90)"].real,
      p95: trend["p(95)"].real, p99: trend["p(99)"].real, max: trend["max"].real)
  }

  private mutating func thresholds() -> [LoadResult.Threshold] {
    var result: [LoadResult.Threshold] = []
    for metric in metrics.members {
      for threshold in metric.value["thresholds"].members {
        guard let held = held(threshold.value) else {
          unreadable += 1
          continue
        }
        result.append(
          LoadResult.Threshold(metric: metric.key, expression: threshold.key, held: held))
      }
    }
    return result
  }

  /// `{"ok": true}` is held in the one shape; in the other a plain `true` is *crossed*.
  private func held(_ value: JSONValue) -> Bool? {
    if isHandleSummary { return value["ok"].flag }
    if case .bool(let crossed) = value { return !crossed }
    return nil
  }

  /// Load that was planned and not made, where it is more than a twentieth.
  private func judge(_ reading: inout EvidenceReading) {
    if unreadable > 0 {
      reading.problems.append("\(unreadable) thresholds do not say whether they held")
    }
    guard let dropped, dropped > 0 else { return }
    let planned = dropped.plus(iterations ?? 0)
    let text = "\(dropped) of \(planned) planned iterations were dropped"
    if Double(dropped) * 20 > Double(planned) {
      reading.problems.append("\(text): the load that was asked for was not made")
    } else {
      reading.notes.append(text)
    }
  }

  /// Passed and failed checks of a group and the groups in it; objects in one shape, arrays in
  /// the other.
  private static func leaves(_ group: JSONValue) -> (passed: Int, failed: Int) {
    var (passed, failed) = (0, 0)
    for check in children(group["checks"]) {
      passed = passed.plus(check["passes"].count ?? 0)
      failed = failed.plus(check["fails"].count ?? 0)
    }
    for inner in children(group["groups"]) {
      let (more, less) = leaves(inner)
      passed = passed.plus(more)
      failed = failed.plus(less)
    }
    return (passed, failed)
  }

  private static func children(_ value: JSONValue) -> [JSONValue] {
    value.isArray ? value.elements : value.members.map(\.value)
  }
}
