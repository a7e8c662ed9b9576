import FindingModel
import ReportReading

/// Checks as JSON: one object, an array of them, or one a line.
enum CheckDocuments {
  static func read(
    _ file: DecodedFile, into reading: inout EvidenceReading, _ checks: inout [CheckMeasurement]
  ) throws {
    for value in try documents(file) {
      if value.has("http_code"), value.has("exitcode") {
        reading.format = "curl"
        checks.append(CurlCheck.read(value, &reading))
      } else if value["name"].text != nil, value.has("status") {
        reading.format = "checks"
        checks.append(try CheckList.read(value, &reading))
      } else if value["status"].text != nil {
        reading.format = "health"
        checks += HealthCheck.read(value, &reading)
      } else {
        throw EvidenceError("\(file.name) is no check" + FormatGuess.hint(value))
      }
    }
  }

  private static func documents(_ file: DecodedFile) throws -> [JSONValue] {
    var reader = JSONReader(file.bytes, limits: file.limits)
    let first = try reader.next()
    if first.isArray {
      try reader.finish()
      return first.elements
    }
    var values = [first]
    while file.bytes[reader.offset...].contains(where: { $0 > 0x20 }) {
      guard values.count < 100_000 else { throw EvidenceError("more than 100000 checks") }
      values.append(try reader.next())
    }
    return values
  }
}
