public import FindingModel
import ReportReading

/// Burp Suite: exported XML, the REST API's events, GraphQL of the enterprise edition, and
/// Dastardly's JUnit (portswigger.net).
public struct BurpAdapter: DraftingAdapter {
  public let tool = "burp"
  public let category = Category.web
  // Dastardly exits with another code than 0 over findings.
  let exitCodes = ExitCodes(done: [0], othersAreFindings: true)

  static let labels = SeverityLabels(
    stated: [
      "high": .high, "medium": .medium, "low": .low, "information": .info, "info": .info,
      "false positive": .info, "false_positive": .info,
    ])

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    switch sample.shape {
    case .xml:
      (sample.root == "issues" && sample.lead.contains("burpVersion"))
        || (sample.root == "testsuites" && sample.lead.contains("Dastardly"))
    case .object:
      sample.has("issue_events") || sample.has("Issues.*.issue_type")
        || sample.has("data.scan.issues")
    default: false
    }
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    if draft.sample?.shape == .xml {
      try BurpXML.read(text, into: &draft)
    } else {
      try BurpJSON.read(text, into: &draft)
    }
  }

  static func confidence(_ label: String?) -> Confidence {
    switch label?.lowercased() {
    case "certain": .high
    case "tentative": .low
    default: .medium
    }
  }

  /// `/path [name parameter]` names the parameter.
  static func parameter(_ location: String?) -> String {
    guard let location, location.hasSuffix("]"), let open = location.lastIndex(of: "[") else {
      return ""
    }
    return String(location[location.index(after: open)...].dropLast())
  }
}
