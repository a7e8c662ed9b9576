public import FindingModel

/// Reads the reports of one tool: a pure function from bytes to findings and evidence.
public protocol ReportAdapter: Sendable {
  /// The name it is imported by: `pip-audit`.
  var tool: String { get }
  /// What the tool looks for; single findings can be of another category.
  var category: Category { get }
  /// Whether the report looks like this tool's.
  func recognises(_ sample: ReportSample) -> Bool
  /// Hands over one finding for each record, before anything is merged, and keeps none, so that a
  /// large report needs no memory for them. Never fails: what cannot be read is `broken`, with the
  /// reason among the problems.
  ///
  /// - Returns: the reading without findings; where it is ``ToolReading/isUnreadable``, what was
  ///   handed over does not count.
  func read(
    _ bytes: [UInt8], _ context: ReportContext, each: @escaping (Finding) -> Void
  ) -> ToolReading
}

extension ReportAdapter {
  /// The reading with its findings.
  public func read(_ bytes: [UInt8], _ context: ReportContext) -> ToolReading {
    var findings: [Finding] = []
    var reading = read(bytes, context) { findings.append($0) }
    if !reading.isUnreadable { reading.findings = findings }
    return reading
  }
}

/// An adapter as it is written here: it fills a draft, and decoding, errors and the exit code are
/// the same for all.
protocol DraftingAdapter: ReportAdapter {
  var exitCodes: ExitCodes { get }
  /// - Parameter text: UTF-8 without byte-order mark, not empty.
  /// - Throws: ``ReportReading/ReportError``; what was drafted before is dropped then.
  func read(_ text: [UInt8], into draft: inout Draft) throws
}
