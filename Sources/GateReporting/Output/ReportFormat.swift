public import FindingModel

/// One way to say a judgement. The same outcome gives the same bytes, whatever the time, zone,
/// locale or user.
public protocol ReportFormat: Sendable {
  /// Writes the whole report, or throws what stopped it; part of it may be in the sink by then.
  func write(_ outcome: GateOutcome, to sink: any ByteSink) throws(ReportError)
}

extension ReportFormat {
  /// The whole report in memory.
  public func bytes(of outcome: GateOutcome) throws(ReportError) -> [UInt8] {
    let sink = ByteArraySink()
    try write(outcome, to: sink)
    return sink.bytes
  }
}
