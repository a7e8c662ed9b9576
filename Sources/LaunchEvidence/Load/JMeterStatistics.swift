import ReportReading

/// The `statistics.json` of JMeter's dashboard.
enum JMeterStatistics {
  static func read(_ file: DecodedFile, into reading: inout EvidenceReading) throws {
    let report = try file.json()
    let total = report["Total"]
    guard total.has("sampleCount"), total.has("pct1ResTime") else {
      throw EvidenceError(
        "\(file.name) is no statistics.json of JMeter's" + FormatGuess.hint(report))
    }
    var result = LoadResult("statistics_json")
    result.requests = total["sampleCount"].count
    result.failures = total["errorCount"].count
    result.rate = total["throughput"].real
    result.latency = LatencyTable(
      min: total["minResTime"].real, mean: total["meanResTime"].real,
      p50: total["medianResTime"].real, p90: total["pct1ResTime"].real,
      p95: total["pct2ResTime"].real, p99: total["pct3ResTime"].real, max: total["maxResTime"].real)
    // 0 to 100 here, and nowhere else: told as it stands, judged by the counts.
    result.further.set("error_pct", total["errorPct"].real)
    result.further.set("transactions", report.members.count - 1)
    result.fill(&reading)
    reading.notes.append(
      "statistics.json does not say which percentiles it holds: 90, 95 and 99 unless "
        + "aggregate_rpt_pct1 to 3 were set")
  }
}
