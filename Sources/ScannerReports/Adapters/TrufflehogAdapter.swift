public import FindingModel
import ReportReading

/// trufflehog v3 and v2 JSON lines (github.com/trufflesecurity/trufflehog) and the array of
/// trufflehog3 (github.com/feeltheajf/trufflehog3).
public struct TrufflehogAdapter: DraftingAdapter {
  public let tool = "trufflehog"
  public let category = Category.secret
  let exitCodes = ExitCodes(done: [0], findings: [183, 2], failures: [1: "trufflehog failed"])

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    sample.has("SourceMetadata", "DetectorName") || sample.has("*.SourceMetadata", "*.DetectorName")
      || sample.has("stringsFound", "reason") || sample.has("*.stringsFound", "*.reason")
      || sample.has("*.rule.id", "*.secret", "*.context")
  }

  /// No finding is an empty output, which only the exit code tells from a failure.
  public func read(
    _ bytes: [UInt8], _ context: ReportContext, each: @escaping (Finding) -> Void
  ) -> ToolReading {
    var draft = Draft(tool: tool, category: category, context: context, each: each)
    if context.exitCode == 0, !bytes.contains(where: { $0 > 0x20 }) {
      return draft.settled(exitCodes)
    }
    readDecoded(bytes, into: &draft)
    return draft.settled(exitCodes)
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    if draft.sample?.shape == .array {
      let rest = try JSONReader.read(text, elementsOf: "", limits: draft.limits) { _, record in
        add(record, &draft)
      }
      guard rest.isArray else { return }
    } else {
      JSONLines.read(text, limits: draft.limits) { take($0, &draft) }
    }
    judge(&draft)
  }

  func take(_ line: JSONLines.Line, _ draft: inout Draft) {
    switch line.value {
    case .success(let record): add(record, &draft)
    case .failure(let error):
      draft.other += 1
      if error.code == .limit { draft.partial("line \(line.number): \(error.message)") }
      if error.message.contains("cut short") { draft.isCutShort = true }
    }
  }

  func judge(_ draft: inout Draft) {
    if draft.isEmpty, draft.other > 0 {
      draft.wrongTool("no line is a finding")
    } else if draft.isCutShort {
      draft.partial("a line is cut short")
    }
  }

  private func add(_ record: JSONValue, _ draft: inout Draft) {
    if let finding = TrufflehogRecord.finding(record, draft) {
      draft.add(finding)
    } else if !TrufflehogRecord.isLog(record) {
      draft.other += 1
    } else if record["level"].text == "error" {
      draft.partial("trufflehog: \(record["msg"].text ?? "an error without a message")")
    }
  }
}
