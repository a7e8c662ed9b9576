import ReportReading

/// What a file is that was given as something else, for the message that refuses it.
enum FormatGuess {
  /// `; it looks like a k6 summary`, or nothing where nobody knows.
  static func hint(_ value: JSONValue) -> String {
    guess(value).map { "; it looks like \($0)" } ?? ""
  }

  private static func guess(_ value: JSONValue) -> String? {
    if value.isArray { return array(value.elements.first ?? .null) }
    if value.has("__inputs") || value["panels"].isArray { return "a Grafana dashboard" }
    if value["metrics"].object != nil, value.has("root_group") { return "a k6 summary" }
    if value["results"]["metrics"].isArray { return "a k6 machine-readable summary" }
    if value["type"].string == "Metric" || value["type"].string == "Point" {
      return "k6's stream of samples"
    }
    if value["aggregate"].object != nil { return "an Artillery report" }
    if value["Total"].has("pct1ResTime") { return "JMeter's statistics.json" }
    if value["suites"].isArray { return "Playwright's JSON report" }
    if value["stats"].has("passes") { return "mocha's JSON report" }
    return coverage(value)
  }

  private static func coverage(_ value: JSONValue) -> String? {
    if value["totals"].has("num_statements") { return "coverage.py's JSON report" }
    if value["total"]["lines"].has("pct") { return "an Istanbul summary" }
    if value["type"].string == "llvm.coverage.json.export" { return "an llvm-cov export" }
    if value.has("gcovr/summary_format_version") { return "a gcovr summary" }
    return nil
  }

  private static func array(_ first: JSONValue) -> String? {
    if first.has("response_times") { return "Locust's JSON" }
    return first.has("event") ? "a log of events" : nil
  }
}
