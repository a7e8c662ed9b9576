import ReportReading

/// Apache JMeter: result logs as CSV or XML, which can be joined, or the dashboard's numbers.
enum JMeterEvidence {
  static func read(_ files: [DecodedFile]) throws -> EvidenceReading {
    var reading = EvidenceReading(.jmeter)
    if files.contains(where: \.isJSON) {
      guard files.count == 1 else {
        throw EvidenceError("statistics.json cannot be joined with other files: add it by itself")
      }
      try JMeterStatistics.read(files[0], into: &reading)
      return reading
    }
    var log = JMeterLog()
    for file in files {
      if file.isXML {
        try log.read(xml: file)
      } else {
        try log.read(csv: file)
      }
    }
    log.fill(&reading)
    return reading
  }
}
