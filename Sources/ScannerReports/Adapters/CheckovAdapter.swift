public import FindingModel
import ReportReading

/// `checkov -o json` (checkov.io): one report, or an array of one for each framework.
public struct CheckovAdapter: DraftingAdapter {
  public let tool = "checkov"
  public let category = Category.code
  let exitCodes = ExitCodes(done: [0], findings: [1], failures: [2: "checkov failed"])

  private static let container: Set<String> = ["dockerfile", "kubernetes", "helm", "kustomize"]

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    sample.has("check_type", "results") || sample.has("*.check_type", "*.results")
      || (sample.has("passed", "failed", "checkov_version"))
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    let document = try JSONReader.document(text, limits: draft.limits)
    let reports = document.isArray ? document.elements : [document]
    let isSummary = document.has("checkov_version") && document.has("resource_count")
    if isSummary {
      draft.version = document["checkov_version"].text
      // What it prints where it found nothing that it could look at.
      if document["resource_count"].integer ?? 0 == 0 { draft.broken("checkov looked at nothing") }
      return
    }
    guard !reports.isEmpty,
      reports.allSatisfy({ $0["check_type"].text != nil && $0["results"].object != nil })
    else {
      draft.wrongTool("`check_type` and `results` should be there")
      return
    }
    var passed = 0
    for report in reports {
      draft.version = report["summary"]["checkov_version"].text ?? draft.version
      let type = report["check_type"].text ?? ""
      passed += report["summary"]["passed"].integer ?? 0
      add(report["results"], type, &draft)
    }
    draft.looked = passed > 0
    draft.covered = "\(passed) checks passed"
  }

  private func add(_ results: JSONValue, _ type: String, _ draft: inout Draft) {
    for check in results["failed_checks"].elements { add(check, type, nil, &draft) }
    for check in results["skipped_checks"].elements {
      let reason = check["check_result"]["suppress_comment"].text ?? "skipped by a comment"
      add(check, type, reason, &draft)
    }
    for error in results["parsing_errors"].texts { draft.partial("not parsed: \(error)") }
  }

  private func add(
    _ check: JSONValue, _ type: String, _ suppression: String?, _ draft: inout Draft
  ) {
    guard let id = check["check_id"].text, let path = check["file_path"].text else {
      draft.partial("a check without id or path was skipped")
      return
    }
    var record = CodeRecord(
      rule: id, title: check["check_name"].text ?? id,
      // Without the paid platform checkov states no severity.
      rating: SeverityLabels.usual.rating(check["severity"].text))
    record.confidence = .high
    // A leading slash is the scanned folder.
    record.path = String(path.drop { $0 == "/" })
    record.line = check["file_line_range"].elements.first?.integer
    record.endLine = check["file_line_range"].elements.last?.integer
    // The resource names the place better than its lines, which shift.
    record.snippet = check["resource"].text
    record.references = check["guideline"].texts
    record.category = Self.container.contains(type) ? .container : .code
    record.suppression = suppression
    draft.add(record.finding(draft))
  }
}
