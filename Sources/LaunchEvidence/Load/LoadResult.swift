import FindingModel
import ReportReading

/// What a load test's files say, before it becomes a reading.
struct LoadResult {
  struct Threshold {
    var metric: String
    var expression: String
    var held: Bool
  }

  var format: String
  var requests: Int?
  var failures: Int?
  /// 0 to 1, where the report states its own.
  var errorRate: Double?
  /// Seconds.
  var duration: Double?
  var users: Int?
  /// Requests a second by the report's own word.
  var rate: Double?
  var latency: LatencyTable?
  var percentileMethod = "tool"
  /// nil: the format does not hold what became of them.
  var thresholds: [Threshold]?
  var checks: (passed: Int, failed: Int)?
  /// What only this format states.
  var further = Numbers()

  init(_ format: String) { self.format = format }

  func fill(_ reading: inout EvidenceReading) {
    reading.format = format
    reading.numbers = numbers
    reading.measurements.load = measurements
    for threshold in sortedThresholds where !threshold.held {
      reading.fail(
        EvidenceFailure(
          .threshold, "\(threshold.metric): \(threshold.expression)",
          "the tool's own threshold was crossed"))
    }
    judge(&reading)
  }

  private func judge(_ reading: inout EvidenceReading) {
    let made = requests ?? 0
    reading.looked = made > 0 ? .yes : .unknown
    if made == 0 {
      reading.problems.append("no request was made: nothing was measured")
    } else if let failures, failures >= made {
      reading.problems.append(
        "every request failed: the response times say nothing about the service")
    } else if latency?.measurements.isEmpty ?? true {
      reading.problems.append("no response time is in it")
    }
    if let checks, checks.failed > 0 {
      reading.notes.append(
        "\(checks.failed) of \(checks.passed.plus(checks.failed)) checks failed; "
          + "the tool itself never fails for them")
    }
  }

  private var ownErrorRate: Double? {
    let rate = errorRate ?? Ratio.of(failures, requests)
    return rate.flatMap { (0...1).contains($0) ? $0 : nil }
  }

  private var sortedThresholds: [Threshold] {
    (thresholds ?? []).sorted { ($0.metric, $0.expression) < ($1.metric, $1.expression) }
  }

  private var measurements: LoadMeasurements {
    var load = LoadMeasurements()
    load.requests = requests
    load.failures = failures
    load.errorRate = ownErrorRate
    load.latency = latency?.measurements ?? [:]
    load.percentileMethod = load.latency.isEmpty ? nil : percentileMethod
    load.users = users
    load.duration = duration.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    load.throughput = rate.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil } ?? computedRate
    load.thresholds = sortedThresholds.map {
      LoadMeasurements.Threshold(expression: "\($0.metric): \($0.expression)", held: $0.held)
    }
    return load
  }

  private var computedRate: Double? {
    guard let requests, let duration, duration.isFinite, duration > 0 else { return nil }
    return Double(requests) / duration
  }

  private var methodInWords: String {
    switch percentileMethod {
    case "linear": "linear interpolation"
    case "histogram": "nearest rank over the rounded histogram"
    default: "nearest rank"
    }
  }

  private var numbers: Numbers {
    var numbers = Numbers()
    numbers.set("shape", format)
    numbers.set("requests", requests)
    numbers.set("failures", failures)
    numbers.set("error_rate", ownErrorRate)
    numbers.set("duration_s", duration)
    numbers.set("vus_max", users)
    numbers.set("rps", rate)
    numbers.set("latency_ms", latency?.numbers)
    numbers.set(
      "thresholds", thresholds == nil ? .null : .array(sortedThresholds.map(Self.value)))
    numbers.set("checks", checks.map(Self.value))
    if percentileMethod != "tool" { numbers.set("percentile_method", methodInWords) }
    for (name, value) in further.members { numbers.set(name, value) }
    return numbers
  }

  private static func value(_ threshold: Threshold) -> JSONValue {
    .object(
      JSONObject([
        ("metric", .string(threshold.metric)), ("expr", .string(threshold.expression)),
        ("passed", .bool(threshold.held)),
      ]))
  }

  private static func value(_ checks: (passed: Int, failed: Int)) -> Numbers {
    var numbers = Numbers()
    numbers.set("passed", checks.passed)
    numbers.set("failed", checks.failed)
    return numbers
  }
}
