public import FindingModel

/// SARIF 2.1.0 (OASIS, errata 01).
///
/// The standard's way marks what was decided (`suppressions`) and what is not new
/// (`baselineState`). GitHub reads neither, so that for it what is accepted is left out, and its
/// limits are kept.
public struct SARIFReport: ReportFormat {
  public enum Audience: String, Sendable, CaseIterable { case standard, github }

  /// GitHub refuses a file with more results in a run.
  static let resultLimit = 25_000
  /// Smaller only where the limit itself is tested.
  var most = Self.resultLimit

  public var audience: Audience
  /// Becomes `secgate/CATEGORY/`: uploads of one category replace each other.
  public var category: String
  /// GitHub marks alerts as fixed that a new upload lacks. An incomplete run lacks them because
  /// nobody looked; it is refused unless this is set.
  public var evenIfIncomplete: Bool

  public init(
    for audience: Audience = .standard, category: String = "gate", evenIfIncomplete: Bool = false
  ) {
    self.audience = audience
    self.category = category
    self.evenIfIncomplete = evenIfIncomplete
  }

  public func write(_ outcome: GateOutcome, to sink: any ByteSink) throws(ReportError) {
    let outcome = outcome.bounded
    if audience == .github, outcome.lacksEvidence, !evenIfIncomplete {
      throw ReportError(
        .misleading,
        "no SARIF for GitHub from a run that did not look at everything: GitHub would mark the "
          + "alerts that are missing here as fixed. Complete the run, or say that you want it "
          + "all the same (--even-if-incomplete)")
    }
    let shown = findings(of: outcome)
    let rules = SARIFRules(shown.kept, splitBySeverity: audience == .github)
    let output = ReportOutput(sink)
    var json = JSONWriter(output, breakDepth: 4)
    json.object { json in
      json.member(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
      )
      json.member("version", "2.1.0")
      json.member("runs") { json in
        json.array([outcome]) { json, outcome in
          json.object { json in
            SARIFRun(
              outcome: outcome, findings: shown.kept, rules: rules, audience: audience,
              category: category, remarks: remarks(on: outcome)
            ).write(to: &json)
          }
        }
      }
    }
    output.write(0x0a)
    try output.finish()
  }

  public func remarks(on outcome: GateOutcome) -> [String] {
    let shown = findings(of: outcome)
    var lines: [String] = []
    if shown.settled > 0 {
      lines.append(
        "\(shown.settled) findings that are accepted or fixed are left out, since GitHub would "
          + "open them as alerts")
    }
    if shown.cut > 0 {
      lines.append(
        "\(shown.cut) findings are left out, the mildest: GitHub takes \(most)")
    }
    return lines
  }

  private func findings(of outcome: GateOutcome) -> (kept: [Finding], settled: Int, cut: Int) {
    guard audience == .github else { return (outcome.findings.worstFirst, 0, 0) }
    let open = outcome.findings.filter { $0.state.isOpen }.worstFirst
    let kept = Array(open.prefix(most))
    return (kept, outcome.findings.count - open.count, open.count - kept.count)
  }
}
