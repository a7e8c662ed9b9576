import FindingModel
import ReportReading

extension DraftingAdapter {
  public func read(
    _ bytes: [UInt8], _ context: ReportContext, each: @escaping (Finding) -> Void
  ) -> ToolReading {
    var draft = Draft(tool: tool, category: category, context: context, each: each)
    readDecoded(bytes, into: &draft)
    return draft.settled(exitCodes)
  }

  /// Decodes and reads; what goes wrong is in the draft.
  func readDecoded(_ bytes: [UInt8], into draft: inout Draft) {
    do {
      let text = try ReportText.decode(bytes, limits: draft.limits)
      let sample = ReportSample(text)
      if sample.isHTML {
        draft.broken("an HTML page, not a report of \(tool)")
      } else {
        draft.sample = sample
        try read(text, into: &draft)
      }
    } catch let error as ReportError {
      draft.unreadable("the report cannot be read: \(error)")
    } catch {
      draft.unreadable("the report cannot be read: \(type(of: error))")
    }
  }
}
