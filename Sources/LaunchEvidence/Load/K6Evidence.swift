import ReportReading

/// k6: the summary in each of its three shapes, or the stream of samples.
enum K6Evidence {
  static func read(_ files: [DecodedFile]) throws -> EvidenceReading {
    var reading = EvidenceReading(.k6)
    if try files.allSatisfy(isStream) {
      try K6Samples.read(files, into: &reading)
      return reading
    }
    guard files.count == 1 else {
      throw EvidenceError(
        "\(files.count) k6 summaries are not one test, and percentiles cannot be joined: "
          + "add each by itself, or give k6's samples (--out json=FILE)")
    }
    let summary = try files[0].json()
    if summary["metrics"].object != nil, summary["root_group"].object != nil {
      try K6Summary.read(summary, into: &reading)
    } else if summary["results"]["metrics"].isArray, summary["metadata"].has("k6_version") {
      try K6MachineSummary.read(summary, into: &reading)
    } else {
      throw EvidenceError("\(files[0].name) is no k6 result" + FormatGuess.hint(summary))
    }
    return reading
  }

  private static func isStream(_ file: DecodedFile) throws -> Bool {
    var reader = JSONReader(file.bytes, limits: file.limits)
    guard file.bytes.first == UInt8(ascii: "{") else { return false }
    let first = try reader.next()
    let type = first["type"].string
    return (type == "Metric" || type == "Point") && first.has("data")
  }

  static let adviceForP99 =
    "k6 leaves p(99) out of its summary: set options.summaryTrendStats = "
    + "['min', 'avg', 'med', 'p(90)', 'p(95)', 'p(99)', 'max']"
}
