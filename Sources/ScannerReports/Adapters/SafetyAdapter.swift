public import FindingModel
import ReportReading

/// safety (github.com/pyupio/safety): rows in 1.x, a report object in 2.x and 3.x `check` (between
/// banners in 3.x), and `scan` of 3.x.
public struct SafetyAdapter: DraftingAdapter {
  public let tool = "safety"
  public let category = Category.dependency
  let exitCodes = ExitCodes(
    done: [0], findings: [64, 255],
    failures: [
      1: "safety failed", 2: "wrong usage", 65: "the API key is not valid", 66: "too many requests",
      67: "the local database is missing", 68: "the database cannot be fetched",
      69: "the database is malformed", 70: "the report is not valid",
      71: "a requirement is not valid", 72: "the e-mail address is not verified",
    ])

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    switch sample.shape {
    case .object:
      sample.has("report_meta", "vulnerabilities") || sample.has("meta", "scan_results")
    case .array: sample.startsWithRows
    case .other: sample.isSafetyBanner
    case .xml: false
    }
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    let document = try SafetyBanner.document(text, limits: draft.limits)
    if document.isArray {
      try SafetyRows.read(document, into: &draft)
    } else if document["report_meta"].object != nil, document["vulnerabilities"].isArray {
      SafetyCheck.read(document, into: &draft)
    } else if document["scan_results"].object != nil {
      SafetyScan.read(document, into: &draft)
    } else if document["message"].text != nil || document["error"].text != nil {
      draft.broken(
        "safety failed: \(document["message"].text ?? document["error"].text ?? "no reason")")
    } else {
      draft.wrongTool("no `report_meta` with `vulnerabilities`, no `scan_results`, no rows")
    }
  }
}

extension ReportSample {
  /// safety 1.x prints an array of arrays that begin with a text.
  fileprivate var startsWithRows: Bool { lead.filter { !$0.isWhitespace }.hasPrefix("[[\"") }

  /// safety 3 prints a banner of `+===+` lines before its JSON.
  fileprivate var isSafetyBanner: Bool { lead.contains("+=====") && lead.contains("safety") }
}
