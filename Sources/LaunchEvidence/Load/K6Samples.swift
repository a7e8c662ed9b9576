import FindingModel
import ReportReading

/// k6's `--out json=FILE`: every sample, one JSON object a line. Files of several load
/// generators can be joined.
struct K6Samples {
  private var times = ResponseTimes()
  private var requests = 0
  private var failures = 0
  private var users = 0
  private var checks = (passed: 0, failed: 0)
  private var declared: Set<String> = []
  private var unreadable = 0
  private var oldest: Timestamp?
  private var newest: Timestamp?

  static func read(_ files: [DecodedFile], into reading: inout EvidenceReading) throws {
    var samples = K6Samples()
    for file in files {
      JSONLines.read(file.bytes, limits: file.limits) { line in
        switch line.value {
        case .success(let value): samples.take(value)
        case .failure: samples.unreadable += 1
        }
      }
    }
    samples.fill(&reading)
  }

  private mutating func take(_ line: JSONValue) {
    let data = line["data"]
    switch line["type"].string {
    case "Metric":
      guard let name = data["name"].text else { return }
      for expression in data["thresholds"].texts { declared.insert("\(name): \(expression)") }
    case "Point": point(line["metric"].string ?? "", data)
    default: unreadable += 1
    }
  }

  private mutating func point(_ metric: String, _ data: JSONValue) {
    guard let value = data["value"].real else {
      unreadable += 1
      return
    }
    if let time = ReportTime.rfc3339(data["time"].string) {
      oldest = min(oldest ?? time, time)
      newest = max(newest ?? time, time)
    }
    let count = (0...9e15).contains(value) ? Int(value) : 0
    switch metric {
    case "http_req_duration": if !times.add(value) { unreadable += 1 }
    case "http_reqs": requests = requests.plus(count)
    case "http_req_failed": failures = failures.plus(count)
    case "vus_max": users = max(users, count)
    case "checks":
      if value != 0 { checks.passed += 1 } else { checks.failed += 1 }
    default: return
    }
  }

  private func fill(_ reading: inout EvidenceReading) {
    var result = LoadResult("ndjson")
    result.requests = requests
    result.failures = failures
    result.users = users > 0 ? users : nil
    result.latency = times.isEmpty ? nil : times.linear()
    result.percentileMethod = "linear"
    result.checks = checks
    result.further.set("bad_lines", unreadable)
    result.further.set("thresholds_declared", .array(declared.sorted().map { .string($0) }))
    result.fill(&reading)
    reading.made(oldest)
    if let oldest, let newest {
      // Whole seconds of the stamps: good enough for a minimum, and not told as the report's.
      reading.measurements.load?.duration = Double(newest.seconds - oldest.seconds)
      reading.measurements.load?.throughput = rate(newest.seconds - oldest.seconds)
    }
    if unreadable > 0 {
      reading.problems.append("\(unreadable) lines are no samples: the stream is damaged")
    }
    if !declared.isEmpty {
      reading.notes.append("k6's samples name thresholds, but not whether they held")
    }
  }

  private func rate(_ seconds: Int) -> Double? {
    seconds > 0 ? Double(requests) / Double(seconds) : nil
  }
}
