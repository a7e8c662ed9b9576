import ReportReading

/// k6's machine-readable summary, schema 1: without thresholds, and without any percentile but
/// p90 and p95.
enum K6MachineSummary {
  static func read(_ summary: JSONValue, into reading: inout EvidenceReading) throws {
    let version = summary["version"].text ?? ""
    guard version.hasPrefix("1.") else {
      throw EvidenceError("a k6 machine-readable summary of an unknown version")
    }
    var metrics: [String: JSONValue] = [:]
    for metric in summary["results"]["metrics"].elements {
      guard let name = metric["name"].text else { continue }
      metrics[name] = metrics[name] ?? metric["values"]
    }
    var result = LoadResult("machine_readable")
    fill(&result, metrics)
    result.duration = summary["config"]["duration"].real
    let checks = summary["results"]["checks"]["results"].elements
    result.checks = (
      checks.map { $0["passes"].count ?? 0 }.total, checks.map { $0["fails"].count ?? 0 }.total
    )
    result.further.set("schema_version", version)
    result.further.set("iterations", metrics["iterations"]?["count"].count)
    result.fill(&reading)
    reading.toolVersion = summary["metadata"]["k6_version"].text
    reading.made(ReportTime.rfc3339(summary["metadata"]["generated_at"].string))
    reading.notes.append("this shape of k6's summary does not hold its thresholds")
    reading.advice["p99"] =
      "k6's machine-readable summary never holds p(99): use --summary-export without "
      + "--new-machine-readable-summary, with p(99) in options.summaryTrendStats"
  }

  private static func fill(_ result: inout LoadResult, _ metrics: [String: JSONValue]) {
    result.requests = metrics["http_reqs"]?["count"].count
    result.failures = metrics["http_req_failed"]?["matches"].count
    result.errorRate = metrics["http_req_failed"]?["rate"].real
    result.users = metrics["vus_max"]?["max"].count
    guard let trend = metrics["http_req_duration"], trend.object != nil else { return }
    result.latency = LatencyTable(
      min: trend["min"].real, mean: trend["avg"].real, p50: trend["med"].real,
      p90: trend["p90"].real, p95: trend["p95"].real, max: trend["max"].real)
  }
}
