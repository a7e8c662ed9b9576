import FindingModel
import ReportReading

/// Locust's `_stats.csv`: one row an endpoint, and the row `Aggregated` for all.
enum LocustStatistics {
  static func read(_ table: CSVTable, into reading: inout EvidenceReading) throws {
    let name = table.column("Name") ?? 0
    let totals = table.rows.filter { $0[name] == "Aggregated" }
    guard totals.count == 1, let total = totals.first else {
      throw EvidenceError(
        "Locust's statistics have \(totals.count) rows `Aggregated` where one should stand: "
          + "cut short, or two files in one")
    }
    let field = { (row: [String], column: String) in table.column(column).map { row[$0] } }
    var result = LoadResult("stats_csv")
    result.requests = LenientNumber.count(field(total, "Request Count"))
    result.failures = LenientNumber.count(field(total, "Failure Count"))
    result.rate = LenientNumber.real(field(total, "Requests/s"))
    let time = { (column: String) in LenientNumber.real(field(total, column)) }
    let latency = LatencyTable(
      min: time("Min Response Time"), mean: time("Average Response Time"), p50: time("50%"),
      p90: time("90%"), p95: time("95%"), p99: time("99%"), max: time("Max Response Time"))
    result.latency = latency
    let endpoints = table.rows.filter { $0[name] != "Aggregated" }
    let sum = { (column: String) in
      endpoints.map { LenientNumber.count(field($0, column)) ?? 0 }.total
    }
    let sums = (requests: sum("Request Count"), failures: sum("Failure Count"))
    var further = Numbers()
    further.set("requests", sums.requests)
    further.set("failures", sums.failures)
    result.further.set("endpoints", endpoints.count)
    result.further.set("endpoint_sums", further)
    result.fill(&reading)
    if sums.requests != result.requests || sums.failures != result.failures {
      reading.problems.append(
        "the row `Aggregated` says \(said(result.requests)) requests and "
          + "\(said(result.failures)) failures, its rows add up to \(sums.requests) and "
          + "\(sums.failures)")
    }
  }

  private static func said(_ count: Int?) -> String { count.map(String.init) ?? "no" }
}
