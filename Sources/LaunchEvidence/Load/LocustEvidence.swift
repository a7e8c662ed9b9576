import FindingModel
import ReportReading

/// Locust: its tables (`_stats.csv` and beside it history, failures, exceptions) or its JSON.
struct LocustEvidence {
  private var json: [DecodedFile] = []
  private var stats: [CSVTable] = []
  private var history: [CSVTable] = []
  private var failures: [CSVTable] = []
  private var exceptions: [CSVTable] = []

  static func read(_ files: [DecodedFile]) throws -> EvidenceReading {
    var set = LocustEvidence()
    for file in files { try set.sort(file) }
    guard set.stats.count <= 1 || !set.json.isEmpty else {
      throw EvidenceError(
        "\(set.stats.count) Locust statistics are not one test, and percentiles cannot be "
          + "joined: give the JSON of each instead")
    }
    var reading = EvidenceReading(.locust)
    try set.fill(&reading)
    return reading
  }

  private mutating func sort(_ file: DecodedFile) throws {
    if file.bytes.first == UInt8(ascii: "[") { return json.append(file) }
    if file.isJSON {
      throw EvidenceError("\(file.name) is no Locust result" + FormatGuess.hint(try file.json()))
    }
    let header = file.firstLine
    guard let table = try? CSVTable(file.bytes, limits: file.limits) else {
      throw EvidenceError("\(file.name) is no table of Locust's, or it is cut short")
    }
    if table.column("Request Count") != nil, table.column("Name") != nil {
      stats.append(table)
    } else if header.hasPrefix("Timestamp,User Count") {
      history.append(table)
    } else if table.column("Occurrences") != nil {
      failures.append(table)
    } else if table.column("Traceback") != nil {
      exceptions.append(table)
    } else {
      throw EvidenceError("\(file.name) is no table of Locust's")
    }
  }

  private func fill(_ reading: inout EvidenceReading) throws {
    if !json.isEmpty {
      try LocustJSON.read(json, into: &reading)
    } else if let table = stats.first {
      try LocustStatistics.read(table, into: &reading)
    } else {
      reading.format = "locust tables"
      reading.problems.append("neither Locust's _stats.csv nor its JSON is among the files")
    }
    LocustCompanions.add(history: history, to: &reading)
    LocustCompanions.add(failures: failures, to: &reading)
    LocustCompanions.add(exceptions: exceptions, to: &reading)
  }
}
