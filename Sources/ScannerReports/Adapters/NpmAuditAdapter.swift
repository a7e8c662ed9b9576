public import FindingModel
import ReportReading

/// `npm audit --json` of npm 6 and 7+ (docs.npmjs.com/cli/commands/npm-audit), and what pnpm and
/// yarn print in its place.
public struct NpmAuditAdapter: DraftingAdapter {
  public let tool = "npm-audit"
  public let category = Category.dependency
  // yarn 1 adds up severities: 1 info, 2 low, 4 moderate, 8 high, 16 critical.
  let exitCodes = ExitCodes(done: [0], findings: Set(1...31))

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    sample.has("auditReportVersion") || sample.has("advisories", "metadata")
      || sample.has("type", "data.advisory") || sample.has("value", "children.Issue")
      || (sample.has("type") && ["auditAdvisory", "auditSummary"].contains(sample.texts["type"]))
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    if draft.sample?.isLines == true {
      YarnAuditLines.read(text, into: &draft)
      return
    }
    let document = try JSONReader.document(text, limits: draft.limits)
    if let version = document["auditReportVersion"].scalar {
      guard version == "2", document["vulnerabilities"].object != nil else {
        draft.unreadable("npm's audit report version \(Words.line(version)) is not known; 2 is")
        return
      }
      NpmVulnerabilities.read(document, into: &draft)
    } else if document["advisories"].object != nil, document["metadata"].object != nil {
      for member in document["advisories"].members {
        NpmAdvisory.add(member.value, key: member.key, into: &draft)
      }
      cover(document["metadata"], &draft)
    } else if document.has("error") || document.has("message") {
      let error = document["error"]
      let words = [error["code"], error["summary"], document["message"], error]
      draft.broken("npm failed: \(words.lazy.compactMap(\.text).first ?? "no reason given")")
    } else if YarnAuditLines.isEntry(document) {
      YarnAuditLines.read(text, into: &draft)
    } else {
      draft.wrongTool("no `auditReportVersion`, no `advisories` with `metadata`")
    }
  }

  private func cover(_ metadata: JSONValue, _ draft: inout Draft) {
    let total =
      metadata["totalDependencies"].integer ?? metadata["dependencies"]["total"].integer
      ?? metadata["dependencies"].integer
    draft.covered = total.map { "\($0) packages" }
  }
}
