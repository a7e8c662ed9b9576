import ReportReading

/// Artillery's `--output` report, version 1 and both shapes of version 2.
enum ArtilleryEvidence {
  static func read(_ files: [DecodedFile]) throws -> EvidenceReading {
    guard files.count == 1 else {
      throw EvidenceError(
        "\(files.count) Artillery reports are not one test, and percentiles cannot be joined: "
          + "add each by itself")
    }
    var reading = EvidenceReading(.artillery)
    let report = try files[0].json()
    let aggregate = report["aggregate"]
    guard aggregate.object != nil else {
      throw EvidenceError(
        "\(files[0].name) is no Artillery report: it has no aggregate" + FormatGuess.hint(report))
    }
    if aggregate.has("scenariosCreated") || aggregate.has("latency") {
      versionOne(aggregate, report, &reading)
    } else if aggregate["counters"].object != nil {
      ArtilleryCounters(aggregate).fill(&reading, report)
    } else {
      throw EvidenceError("\(files[0].name) is an Artillery report of an unknown version")
    }
    reading.notes.append(
      "Artillery measures answered requests only, and its report does not hold its thresholds")
    return reading
  }

  private static func versionOne(
    _ aggregate: JSONValue, _ report: JSONValue, _ reading: inout EvidenceReading
  ) {
    let errors = aggregate["errors"]
    let failed = errors.members.map { $0.value.count ?? 0 }.total
    let completed = aggregate["requestsCompleted"].count
    let latency = aggregate["latency"]
    var result = LoadResult("v1")
    result.requests = completed?.plus(failed)
    result.failures = failed.plus(refused(aggregate["codes"].members))
    result.rate = aggregate["rps"]["mean"].real
    result.latency = LatencyTable(
      min: latency["min"].real, p50: latency["median"].real, p95: latency["p95"].real,
      p99: latency["p99"].real, max: latency["max"].real)
    result.further.set("requests_completed", completed)
    result.further.set("vusers_created", aggregate["scenariosCreated"].count)
    result.further.set("vusers_completed", aggregate["scenariosCompleted"].count)
    result.further.set("codes", aggregate["codes"])
    result.further.set("errors", errors)
    result.further.set("intermediate", report["intermediate"].elements.count)
    result.fill(&reading)
    reading.made(ReportTime.rfc3339(aggregate["timestamp"].string))
  }

  /// Responses with a status of 400 and above.
  static func refused(_ codes: [JSONObject.Member]) -> Int {
    codes.filter { Int($0.key).map { $0 >= 400 } ?? false }.map { $0.value.count ?? 0 }.total
  }
}
