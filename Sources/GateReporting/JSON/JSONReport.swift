public import FindingModel

/// `secgate.report/1`: everything the judgement says, for machines. What members mean, and which
/// are required, is ``ReportSchema``.
public struct JSONReport: ReportFormat {
  public init() {}

  public func write(_ outcome: GateOutcome, to sink: any ByteSink) throws(ReportError) {
    let output = ReportOutput(sink)
    var json = JSONWriter(output)
    json.object { outcome.write(to: &$0) }
    output.write(0x0a)
    try output.finish()
  }
}
