public import FindingModel

/// One way to say a judgement. The same outcome gives the same bytes, whatever the time, zone,
/// locale or user.
public protocol ReportFormat: Sendable {
  /// Writes the whole report, or throws what stopped it; part of it may be in the sink by then.
  func write(_ outcome: GateOutcome, to sink: any ByteSink) throws(ReportError)

  /// What the report leaves out of this outcome, one sentence each, for the error stream.
  func remarks(on outcome: GateOutcome) -> [String]
}

extension ReportFormat {
  public func remarks(on outcome: GateOutcome) -> [String] { [] }

  /// The whole report in memory.
  public func bytes(of outcome: GateOutcome) throws(ReportError) -> [UInt8] {
    let sink = ByteArraySink()
    try write(outcome, to: sink)
    return sink.bytes
  }
}
