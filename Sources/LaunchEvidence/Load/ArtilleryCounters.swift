import ReportReading

/// The flat counters of Artillery 2, whose early releases put `engine.` and `core.` in front.
struct ArtilleryCounters {
  private let aggregate: JSONValue
  private let counters: [JSONObject.Member]
  private let http: String
  private let users: String

  init(_ aggregate: JSONValue) {
    self.aggregate = aggregate
    let counters = aggregate["counters"].members
    self.counters = counters
    http = counters.contains { $0.key.hasPrefix("engine.http.") } ? "engine.http." : "http."
    users = counters.contains { $0.key.hasPrefix("core.vusers.") } ? "core.vusers." : "vusers."
  }

  func fill(_ reading: inout EvidenceReading, _ report: JSONValue) {
    let summaries = aggregate["summaries"].object != nil ? "summaries" : "histograms"
    let times = aggregate[summaries][http + "response_time"]
    let (first, last) = (aggregate["firstMetricAt"].real, aggregate["lastMetricAt"].real)
    var result = LoadResult(http == "http." ? "v2" : "v2_early")
    result.requests = count(http + "requests")
    result.failures = errors.map { $0.value.count ?? 0 }.total
      .plus(ArtilleryEvidence.refused(codes))
    if let first, let last, last >= first, first > 0 { result.duration = (last - first) / 1000 }
    result.rate = aggregate["rates"][http + "request_rate"].real
    if times.object != nil { result.latency = latency(times) }
    result.further.set("responses", count(http + "responses") ?? 0)
    result.further.set("vusers_created", count(users + "created") ?? count(users + "created.total"))
    result.further.set("vusers_completed", count(users + "completed") ?? 0)
    result.further.set("vusers_failed", count(users + "failed") ?? 0)
    result.further.set("codes", Self.object(codes))
    result.further.set("errors", Self.object(errors))
    result.further.set("latency_samples", times["count"].count)
    result.further.set("intermediate", report["intermediate"].elements.count)
    result.fill(&reading)
    reading.made(ReportTime.milliseconds(first))
  }

  private func count(_ name: String) -> Int? { aggregate["counters"][name].count }

  private func latency(_ times: JSONValue) -> LatencyTable {
    LatencyTable(
      min: times["min"].real, mean: times["mean"].real, p50: times["median"].real,
      p90: times["p90"].real, p95: times["p95"].real, p99: times["p99"].real,
      max: times["max"].real)
  }

  /// Counters behind a prefix, under the rest of their names.
  private func counters(behind prefixes: [String]) -> [JSONObject.Member] {
    counters.compactMap { counter in
      guard let prefix = prefixes.first(where: { counter.key.hasPrefix($0) }) else { return nil }
      return JSONObject.Member(
        key: String(counter.key.dropFirst(prefix.count)), value: counter.value)
    }
  }

  private var codes: [JSONObject.Member] { counters(behind: [http + "codes."]) }

  private var errors: [JSONObject.Member] {
    counters(behind: ["errors.", "engine.http.errors.", "core.errors.", "http.errors."])
  }

  private static func object(_ members: [JSONObject.Member]) -> JSONValue {
    .object(JSONObject(members.map { ($0.key, $0.value) }))
  }
}
