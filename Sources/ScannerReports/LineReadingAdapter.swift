public import FindingModel
import ReportReading

/// An adapter whose tool prints one record a line, so that a report of any size is read piece by
/// piece and never is in memory as a whole.
public protocol LineReadingAdapter: ReportAdapter {
  /// - Parameters:
  ///   - beginning: the first bytes of the report.
  /// - Returns: whether it can be read so: not packed, not UTF-16, and one record a line.
  func readsLines(_ beginning: [UInt8]) -> Bool

  /// As ``ReportAdapter/read(_:_:each:)``.
  ///
  /// - Parameter next: the next bytes, cut anywhere; empty at the end.
  /// - Throws: what `next` throws.
  func read(
    pieces next: () throws -> [UInt8], _ context: ReportContext, each: @escaping (Finding) -> Void
  ) throws -> ToolReading
}

extension TrufflehogAdapter: LineReadingAdapter {
  public func readsLines(_ beginning: [UInt8]) -> Bool {
    let isEncoded = [[0x1f, 0x8b], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb]].contains {
      beginning.starts(with: $0)
    }
    return !isEncoded && ReportSample(beginning).shape == .object
  }

  public func read(
    pieces next: () throws -> [UInt8], _ context: ReportContext, each: @escaping (Finding) -> Void
  ) throws -> ToolReading {
    var draft = Draft(tool: tool, category: category, context: context, each: each)
    var lines = JSONLines(limits: draft.limits)
    while true {
      let piece = try next()
      if piece.isEmpty { break }
      if draft.sample == nil { draft.sample = ReportSample(piece) }
      lines.take(piece) { take($0, &draft) }
    }
    lines.finish { take($0, &draft) }
    judge(&draft)
    return draft.settled(exitCodes)
  }
}
