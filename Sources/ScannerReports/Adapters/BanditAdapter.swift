public import FindingModel
import ReportReading

/// `bandit -f json` (bandit.readthedocs.io).
public struct BanditAdapter: DraftingAdapter {
  public let tool = "bandit"
  public let category = Category.code
  let exitCodes = ExitCodes(
    done: [0], findings: [1], failures: [2: "bandit could not use its arguments or configuration"])

  private static let labels = SeverityLabels(
    stated: ["high": .high, "medium": .medium, "low": .low], unstated: ["undefined": .info])

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    sample.has("results", "metrics", "errors") && sample.has("generated_at")
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    let rest = try JSONReader.read(text, elementsOf: "results", limits: draft.limits) { _, result in
      guard let finding = finding(result, draft) else {
        draft.partial("a result without test id or file name was skipped")
        return
      }
      draft.add(finding)
    }
    guard rest["results"].isArray, rest["metrics"].object != nil, rest["errors"].isArray else {
      draft.wrongTool("`results`, `metrics` and `errors` should be there")
      return
    }
    judge(rest, &draft)
  }

  /// bandit exits with 0 over files that are missing or do not parse.
  private func judge(_ rest: JSONValue, _ draft: inout Draft) {
    let files = Set(rest["metrics"].members.map(\.key)).subtracting(["_totals"])
    let failed = Set(rest["errors"].elements.map { $0["filename"].text ?? "?" })
    for error in rest["errors"].elements {
      draft.partial(
        "not looked at: \(error["filename"].text ?? "?"): \(error["reason"].text ?? "error")")
    }
    let lines = rest["metrics"]["_totals"]["loc"].integer ?? 0
    draft.looked = lines > 0
    draft.covered = "\(files.count) files, \(lines) lines"
    if draft.isEmpty, lines == 0 {
      draft.broken("bandit looked at no line of code")
    } else if draft.isEmpty, !failed.isEmpty, files.isSubset(of: failed) {
      draft.broken("bandit could read none of its targets")
    }
  }

  private func finding(_ result: JSONValue, _ draft: Draft) -> Finding? {
    guard let test = result["test_id"].text, let file = result["filename"].text else { return nil }
    let message = result["issue_text"].text ?? result["test_name"].text ?? test
    var record = CodeRecord(
      rule: test, title: message, rating: Self.labels.rating(result["issue_severity"].text))
    // Blacklist tests share their id: what they found is part of the rule.
    if result["test_name"].text == "blacklist" { record.identityRule = "\(test):\(message)" }
    record.confidence =
      switch result["issue_confidence"].text?.uppercased() {
      case "HIGH": .high
      case "LOW": .low
      default: .medium
      }
    record.path = file
    record.line = result["line_number"].integer
    // From 0; -1 is unknown.
    record.column = result["col_offset"].integer.map { $0 < Int.max ? $0 + 1 : 0 }
    let range = result["line_range"].elements.compactMap(\.integer)
    record.snippet = snippet(
      result["code"].string ?? "", line: record.line, range: range.isEmpty ? nil : Set(range))
    record.weaknesses = Identifiers.weaknesses(result["issue_cwe"])
    record.references = [result["more_info"].text].compactMap { $0 }
    return record.finding(draft)
  }

  /// The flagged line out of numbered lines of context. Which lines `line_range` names changed
  /// between versions, so the line itself is preferred.
  private func snippet(_ code: String, line: Int?, range: Set<Int>?) -> String? {
    var chosen: [Substring] = []
    for numbered in code.split(separator: "\n") {
      let digits = numbered.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits) else { continue }
      let text = numbered.dropFirst(digits.count)
      if number == line { return String(text) }
      if range?.contains(number) == true { chosen.append(text) }
    }
    return chosen.isEmpty ? nil : chosen.joined(separator: "\n")
  }
}
