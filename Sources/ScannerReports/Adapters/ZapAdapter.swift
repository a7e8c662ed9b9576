public import FindingModel
import ReportReading

/// OWASP ZAP's traditional reports as JSON and XML, plain and plus, old and new (zaproxy.org).
public struct ZapAdapter: DraftingAdapter {
  public let tool = "zap"
  public let category = Category.web
  // 1 is a failing rule, 2 a warning: what the scripts exit with over findings.
  let exitCodes = ExitCodes(done: [0], findings: [1, 2], failures: [3: "ZAP failed"])

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    sample.root == "OWASPZAPReport"
      || (sample.has("site") && (sample.has("@programName") || sample.has("@version")))
      || sample.has("site.*.alerts") || sample.has("site.alerts.*.pluginid")
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    if draft.sample?.shape == .xml {
      try ZapXML.read(text, into: &draft)
    } else {
      try ZapJSON.read(text, into: &draft)
    }
  }
}
