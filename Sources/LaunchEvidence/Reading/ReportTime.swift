import FindingModel

/// Moments as reports write them; nil where the zone is not stated.
enum ReportTime {
  /// Milliseconds since 1970, as JMeter, Artillery and JaCoCo write them.
  static func milliseconds(_ value: Double?) -> Timestamp? { seconds(value.map { $0 / 1000 }) }

  /// Seconds since 1970, as Locust writes them.
  static func seconds(_ value: Double?) -> Timestamp? {
    // Up to the year 9999, which RFC 3339 can write.
    guard let value, value >= 0, value < 253_402_300_800 else { return nil }
    return Timestamp(seconds: Int(value))
  }

  /// Cobertura's attribute: milliseconds, or seconds in gcovr and .NET. As seconds, the smallest
  /// value read as milliseconds would lie in the year 5138.
  static func either(_ value: Double?) -> Timestamp? {
    guard let value else { return nil }
    return value >= 100_000_000_000 ? milliseconds(value) : seconds(value)
  }

  static func rfc3339(_ text: String?) -> Timestamp? { text.flatMap { Timestamp($0) } }
}
