import FindingModel
import ReportReading

/// Locust's JSON: a histogram for each endpoint, which add up over endpoints and files.
struct LocustJSON {
  private var times = ResponseTimes()
  private var requests = 0
  private var failures = 0
  private var endpoints = 0
  private var time = 0.0
  private var least: Double?
  private var most: Double?
  private var start: Double?
  private var end: Double?
  private var unreadable = 0

  static func read(_ files: [DecodedFile], into reading: inout EvidenceReading) throws {
    var sum = LocustJSON()
    for file in files {
      let report = try file.json()
      for endpoint in report.elements {
        guard endpoint["response_times"].object != nil, endpoint.has("num_requests") else {
          throw EvidenceError("\(file.name) is no Locust result" + FormatGuess.hint(report))
        }
        sum.add(endpoint)
      }
    }
    sum.fill(&reading)
  }

  private mutating func add(_ endpoint: JSONValue) {
    endpoints += 1
    if let made = endpoint["num_requests"].count, let failed = endpoint["num_failures"].count {
      requests = requests.plus(made)
      failures = failures.plus(failed)
    } else {
      unreadable += 1
    }
    for entry in endpoint["response_times"].members {
      guard let value = Double(entry.key), let count = entry.value.count,
        times.add(value, count: count)
      else {
        unreadable += 1
        continue
      }
    }
    time += endpoint["total_response_time"].real ?? 0
    least = Self.joined(least, endpoint["min_response_time"].real, min)
    most = Self.joined(most, endpoint["max_response_time"].real, max)
    start = Self.joined(start, endpoint["start_time"].real, min)
    end = Self.joined(end, endpoint["last_request_timestamp"].real, max)
  }

  private static func joined(
    _ old: Double?, _ new: Double?, _ choose: (Double, Double) -> Double
  ) -> Double? {
    guard let new else { return old }
    return old.map { choose($0, new) } ?? new
  }

  private func fill(_ reading: inout EvidenceReading) {
    var result = LoadResult("json")
    result.requests = requests
    result.failures = failures
    if let start, let end, end >= start { result.duration = end - start }
    if !times.isEmpty {
      var latency = times.nearestRank()
      (latency.min, latency.max) = (least, most)
      latency.mean = requests > 0 ? time / Double(requests) : nil
      result.latency = latency
    }
    result.percentileMethod = "histogram"
    result.further.set("endpoints", endpoints)
    result.fill(&reading)
    reading.made(ReportTime.seconds(start))
    if unreadable > 0 {
      reading.problems.append("\(unreadable) numbers in Locust's JSON cannot be read")
    }
    reading.notes.append(
      "Locust rounds response times to two digits: a percentile near its limit is up to 5 % off")
  }
}
