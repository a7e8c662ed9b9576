public import FindingModel

/// One row a finding for spreadsheets (RFC 4180): UTF-8 with byte-order mark, since Excel takes
/// anything else for the local code page, and no cell that a spreadsheet would compute.
public struct CSVReport: ReportFormat {
  /// Excel refuses longer cells (32,767); the quote may add one.
  private static let cellLimit = 32_000

  public init() {}

  static let columns: [(name: String, value: @Sendable (Finding) -> String)] = [
    ("id", { $0.id }), ("category", { $0.category.rawValue }),
    ("severity", { $0.severity.rawValue }), ("severity_source", { $0.severitySource.rawValue }),
    ("confidence", { $0.confidence.rawValue }), ("state", { $0.state.rawValue }),
    ("failing", { $0.failing == true ? "yes" : "no" }), ("title", { $0.title }),
    ("rule", { $0.ruleID }), ("identifiers", { $0.identifiers.joined(separator: " ") }),
    ("path", { place($0).path ?? place($0).manifest ?? "" }),
    ("line", { place($0).line.map(String.init) ?? "" }), ("url", { place($0).url ?? "" }),
    ("image", { place($0).image ?? "" }), ("commit", { place($0).commit ?? "" }),
    ("places", { String($0.locations.count) }), ("exposure", { $0.exposure?.rawValue ?? "" }),
    ("package", { $0.package?.name ?? "" }), ("installed", { $0.package?.installed ?? "" }),
    ("fixed_in", { $0.package?.fixedIn.joined(separator: " ") ?? "" }),
    ("preview", { $0.preview ?? "" }), ("owner", { $0.owner ?? "" }),
    ("first_seen", { $0.firstSeen ?? "" }), ("reason", { ExportFinding($0).reason ?? "" }),
    ("expires", { $0.decision?.decision.expires?.description ?? "" }),
    ("fix", { $0.remediation ?? "" }),
    ("tools", { Set($0.witnesses.map(\.tool)).sorted().joined(separator: " ") }),
  ]

  private static func place(_ finding: Finding) -> Location { ExportFinding(finding).place }

  public func write(_ outcome: GateOutcome, to sink: any ByteSink) throws(ReportError) {
    let outcome = outcome.bounded
    let output = ReportOutput(sink)
    output.write("\u{feff}")
    output.write(Self.columns.map(\.name).joined(separator: ",") + "\r\n")
    for finding in outcome.findings {
      let cells = Self.columns.map { Self.cell($0.value(finding)) }
      output.write(cells.joined(separator: ",") + "\r\n")
    }
    try output.finish()
  }

  /// A cell that begins like a formula gets an apostrophe, which spreadsheets take for "text".
  static func cell(_ text: String) -> String {
    var plain = PlainText.line(text, limit: cellLimit)
    let first = plain.unicodeScalars.first { $0 != " " }
    if let first, "=+-@＝＋－＠|".unicodeScalars.contains(first) { plain = "'" + plain }
    guard plain.utf8.contains(where: { $0 == 0x22 || $0 == 0x2c || $0 == 0x3b }) else {
      return plain
    }
    return "\"" + plain.replacing("\"", with: "\"\"") + "\""
  }
}
