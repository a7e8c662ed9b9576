public import FindingModel

/// GitLab's code quality report, shown in every tier: open findings with a path, worst first.
public struct CodeQualityReport: ReportFormat {
  public init() {}

  public func write(_ outcome: GateOutcome, to sink: any ByteSink) throws(ReportError) {
    let outcome = outcome.bounded
    let output = ReportOutput(sink)
    var json = JSONWriter(output, breakDepth: 1)
    json.array(shown(outcome)) { json, finding in
      json.object { json in
        let words = ExportFinding(finding)
        json.member("description", PlainText.line(words.title, limit: 1000))
        json.member(
          "check_name",
          PlainText.line(
            finding.ruleID.isEmpty ? finding.category.rawValue : finding.ruleID, limit: 255))
        json.member("fingerprint", SHA256.hexadecimal(finding.id.utf8))
        json.member("severity", severity(finding.counted))
        json.member("location") { json in json.object { write(words.place, to: &$0) } }
      }
    }
    output.write(0x0a)
    try output.finish()
  }

  public func remarks(on outcome: GateOutcome) -> [String] {
    let left = outcome.findings.count { $0.state.isOpen } - shown(outcome).count
    return left > 0 ? ["\(left) open findings without a path are left out"] : []
  }

  private func shown(_ outcome: GateOutcome) -> [Finding] {
    outcome.findings.filter { $0.state.isOpen && ExportFinding($0).place.path != nil }.worstFirst
  }

  private func write(_ place: Location, to json: inout JSONWriter) {
    var path = Substring(place.path ?? "")
    while path.hasPrefix("/") || path.hasPrefix("./") {
      path = path.dropFirst(path.hasPrefix("/") ? 1 : 2)
    }
    json.member("path", path.isEmpty ? "unnamed" : String(path))
    json.member("lines") { json in
      json.object { $0.member("begin", max(1, place.line ?? 1)) }
    }
  }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .critical: "blocker"
    case .high: "critical"
    case .medium: "major"
    case .low: "minor"
    case .info: "info"
    }
  }
}
