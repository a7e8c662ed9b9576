import FindingModel

/// A severity with who stated it and how.
struct Rating: Sendable, Equatable {
  var severity: Severity
  var source: SeveritySource
  /// The tool's own label.
  var label: String?

  /// Nobody stated one; the gate counts it as its `unknown_as`.
  static func unknown(_ severity: Severity = .medium, label: String? = nil) -> Rating {
    Rating(severity: severity, source: .none, label: label)
  }

  static func score(_ score: Double, label: String? = nil) -> Rating {
    Rating(severity: Severity(cvss: score), source: .cvss, label: label)
  }
}

/// A tool's severity labels, compared without regard to case.
struct SeverityLabels: Sendable {
  /// Lower-case label to severity.
  var stated: [String: Severity]
  /// Labels by which a tool says that it does not know.
  var unstated: [String: Severity] = [:]

  /// A label that nobody knows keeps the record, with no source.
  func rating(_ label: String?) -> Rating {
    guard let label = label.map(Words.line), !label.isEmpty else { return .unknown() }
    let key = label.lowercased()
    if let severity = stated[key] {
      return Rating(severity: severity, source: .tool, label: label)
    }
    return .unknown(unstated[key] ?? .medium, label: label)
  }

  /// The five words that most tools share.
  static let usual = SeverityLabels(
    stated: [
      "critical": .critical, "high": .high, "medium": .medium, "moderate": .medium, "low": .low,
      "info": .info, "informational": .info, "information": .info, "none": .info,
      "negligible": .info,
    ],
    unstated: ["unknown": .info, "undefined": .info, "unspecified": .info])
}
